import type { Block } from '../block.ts';

/** A paragraph or a list in small type, ragged; any other block as it is. */
export function inSmall(block: Block): Block {
  if (block.kind === 'paragraph') return { ...block, look: 'small', ragged: true };
  if (block.kind === 'list')
    return { ...block, look: 'small', items: block.items.map((item) => item.map(inSmall)) };
  return block;
}
