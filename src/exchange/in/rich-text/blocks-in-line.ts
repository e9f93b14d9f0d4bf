import type { TextBlock } from './text-block.ts';

/** Writes blocks on one line, for what has no more room: an option, a cell, a heading. */
export const blocksInLine = (blocks: readonly TextBlock[]): string =>
  blocks.map(({ markdown }) => markdown.replace(/(?<!\s)\s*\n\s*/g, '<br>')).join('<br>');
