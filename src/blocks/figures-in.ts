import type { Block, Figure } from './block.ts';
import { innerBlocks } from './inner-blocks.ts';

/** All figures in order, including those in notes. */
export const figuresIn = (blocks: readonly Block[]): Figure[] => blocks.flatMap(figuresInBlock);

function figuresInBlock(block: Block): Figure[] {
  if (block.kind === 'figure') return [block];
  const text = block.kind === 'paragraph' || block.kind === 'heading' ? block.text : [];
  const notes = text.flatMap((inline) => (inline.kind === 'note' ? figuresIn(inline.blocks) : []));
  return [...notes, ...innerBlocks(block).flatMap(figuresIn)];
}
