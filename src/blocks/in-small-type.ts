import type { Block } from './block.ts';

/** Sets reading text and lists in the size of notes in the margin. */
export const inSmallType = (blocks: readonly Block[]): Block[] =>
  blocks.map((block): Block => {
    if (block.kind === 'paragraph' && block.look === 'body') return { ...block, look: 'small' };
    if (block.kind === 'list') return { ...block, look: 'small', items: block.items.map(inSmallType) };
    return block;
  });
