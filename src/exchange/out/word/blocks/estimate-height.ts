import type { Block, Inline } from '../../../../blocks/block.ts';
import { innerBlocks } from '../../../../blocks/inner-blocks.ts';
import { plainText } from '../../../../blocks/plain-text.ts';
import type { Style } from '../../../../layout/style/style.ts';
import { mm } from '../../../../pages/length.ts';

/** The mean width of a letter, in ems. */
const LETTER = 0.48;
const PICTURE = 150;

/**
 * Guesses the height of blocks, in points: enough to tell what may be kept on one page, since Word breaks lines as it likes.
 * @param width in points
 */
export const estimateHeight = (blocks: readonly Block[], width: number, style: Style): number =>
  blocks.reduce((sum, block) => sum + heightOf(block, width, style), 0);

function heightOf(block: Block, width: number, style: Style): number {
  const inner = () => innerBlocks(block).map((blocks) => estimateHeight(blocks, width, style));
  const sum = (heights: readonly number[]) => heights.reduce((all, one) => all + one, 0);
  switch (block.kind) {
    case 'paragraph':
      return textHeight(block.text, width, style) * (block.open ? 1.75 : 1) + style['paragraph-gap'];
    case 'heading':
      return textHeight(block.text, width, style) + style['heading-gap'];
    case 'answer-space':
      return typeof block.lines === 'number' ? block.lines * mm(style['answer-line-gap']) : 60;
    case 'figure':
    case 'diagram':
    case 'drawing':
    case 'square-grid':
      return PICTURE + sum(inner());
    case 'space':
      return block.height;
    case 'columns':
    case 'table':
      // Side by side, texts are narrower but share their lines.
      return sum(inner()) * 0.8;
    default:
      return sum(inner());
  }
}

const textHeight = (text: readonly Inline[], width: number, style: Style): number => {
  const letters = plainText(text).length * style['body-size'] * LETTER;
  return Math.max(1, Math.ceil(letters / width)) * style['body-leading'];
};
