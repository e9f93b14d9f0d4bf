import type { Block, Figure, Inline } from './block.ts';
import { innerBlocks } from './inner-blocks.ts';
import type { InlinePicture } from './picture-content.ts';

/** All pictures in order, in lines of text too, and those in notes. */
export const figuresIn = (blocks: readonly Block[]): (Figure | InlinePicture)[] =>
  blocks.flatMap(figuresInBlock);

function figuresInBlock(block: Block): (Figure | InlinePicture)[] {
  const own = block.kind === 'figure' ? [block] : [];
  return [...own, ...textsOf(block).flatMap(figuresInText), ...innerBlocks(block).flatMap(figuresIn)];
}

/** The texts of a block itself. */
function textsOf(block: Block): (readonly Inline[])[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.text, block.tail ?? []];
    case 'heading':
      return [block.text];
    case 'figure':
      return [block.caption ?? []];
    case 'quote':
      return [block.attribution ?? []];
    case 'definitions':
      return block.items.flatMap(({ terms }) => terms);
    default:
      return [];
  }
}

const figuresInText = (text: readonly Inline[]) =>
  text.flatMap((inline) =>
    inline.kind === 'note' ? figuresIn(inline.blocks) : inline.kind === 'picture' ? [inline] : [],
  );
