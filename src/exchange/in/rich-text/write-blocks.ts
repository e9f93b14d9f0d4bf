import { atLineStart } from './plain-markdown.ts';
import type { TextBlock } from './text-block.ts';

/** Writes blocks one below the other. */
export const writeBlocks = (blocks: readonly TextBlock[]): string =>
  blocks.map(({ kind, markdown }) => (kind === 'paragraph' ? atLineStart(markdown) : markdown)).join('\n\n');
