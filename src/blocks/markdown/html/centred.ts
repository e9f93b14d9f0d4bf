import type { Block } from '../../block.ts';

/** Puts the lines of blocks in the middle of their column. Pictures are there already, and lists stay as they are. */
export const centred = (blocks: readonly Block[]): Block[] =>
  blocks.map((block) =>
    block.kind === 'heading' || (block.kind === 'paragraph' && !block.preformatted)
      ? { ...block, centred: true }
      : block,
  );
