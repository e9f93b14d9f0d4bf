import type { Block, Inline } from './block.ts';
import { innerBlocks } from './inner-blocks.ts';

/**
 * The texts in blocks as they were written: all of them have to be on paper in the end. Labels, page numbers and text that
 * layout adds are left out, and so is what repeats something: it is printed only where there is room.
 */
export const sourceTexts = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    mayBeLeftOut(block) ? [] : [...textsOfBlock(block), ...innerBlocks(block).flatMap(sourceTexts)],
  );

const mayBeLeftOut = (block: Block): boolean =>
  (block.kind === 'aside' && block.repeats === true) || block.kind === 'page-break';

function textsOfBlock(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return inlineTexts(block.text);
    case 'paragraph':
      return [...inlineTexts(block.text), ...inlineTexts(block.tail ?? [])];
    case 'definitions':
      return block.items.flatMap(({ terms }) => terms.flatMap(inlineTexts));
    case 'quote':
      return inlineTexts(block.attribution ?? []);
    case 'figure':
      return inlineTexts(block.caption ?? []);
    default:
      return [];
  }
}

/** Text of several runs is one text, so that words whose look changes stay whole. */
function inlineTexts(inlines: readonly Inline[]): string[] {
  const running = inlines
    .map((inline) =>
      inline.kind === 'text'
        ? inline.gap === 'hidden'
          ? ' '
          : inline.text
        : inline.kind === 'note' || inline.kind === 'picture'
          ? ''
          : ' ',
    )
    .join('');
  const notes = inlines.flatMap((inline) => (inline.kind === 'note' ? sourceTexts(inline.blocks) : []));
  return [running, ...notes];
}
