import type { Block, BoardBox } from '../../../blocks/block.ts';
import { largest } from '../../../diagnostics/collections/largest.ts';
import { createReport } from '../../../diagnostics/report.ts';
import type { LayoutContext } from '../layout-context.ts';
import { type Strip, stackHeight, withGap } from '../strip.ts';
import { detachedNode } from '../structure-draft.ts';
import { boardColumns, shareWidth } from './board-columns.ts';

/** The room between two boxes of a board, in ems of small type. */
export const GUTTER = 0.75;
/** The room inside a box, on either side and at its foot; above its content; above and below its title together. */
export const PADDING = 0.7;
export const ABOVE_CONTENT = 0.45;
export const BAND = 0.5;

/** How often the widths of columns are corrected by the heights that were measured. */
const CORRECTIONS = 2;

/** A box that is set: its title and its content. */
interface SetContent {
  readonly title: readonly Strip[];
  readonly content: readonly Strip[];
}

/**
 * Sets the title and the content of a box that is `width` points wide.
 * @param more the number of lines to write on besides the least
 */
export function setContent(box: BoardBox, width: number, context: LayoutContext, more = 0): SetContent {
  const inner = width - 2 * context.style['small-size'] * PADDING;
  // Columns stay whole: room that is left would be shared out between their parts, which are not level.
  const frameHeight = box.blocks.some(({ kind }) => kind === 'columns') ? Infinity : context.frameHeight;
  const own = { ...context, asideWidth: 0, frameHeight };
  const title = context.setBlocks([box.title], inner, own);
  return { title, content: withGap(context.setBlocks(contentOf(box, more), inner, own), 0) };
}

/** The blocks of a box, with its lines to write on. */
export const contentOf = ({ at, blocks, lines = 0 }: BoardBox, more = 0): readonly Block[] =>
  lines === 0 ? blocks : [...blocks, { kind: 'answer-space', at, lines: lines + more, rest: false }];

/** The height of a box, in points. */
export function boxHeight(box: BoardBox, width: number, context: LayoutContext): number {
  const { title, content } = setContent(box, width, context);
  const em = context.style['small-size'];
  return stackHeight(title) + stackHeight(content) + em * (BAND + ABOVE_CONTENT + PADDING);
}

/**
 * Finds the columns of a board by setting its boxes at the widths that they may have.
 * @returns the first box of each column, the widths and heights of the columns, and the height of the tallest, in points
 */
export function measureBoard(
  boxes: readonly BoardBox[],
  count: number,
  width: number,
  context: LayoutContext,
) {
  const gutter = context.style['small-size'] * GUTTER;
  const columns = Math.min(count, boxes.length);
  const free = width - gutter * (columns - 1);
  const nominal = free / columns;
  const areas = boxes.map((box) => boxHeight(box, nominal, context) * nominal);
  const { starts, widths: first } = boardColumns(areas, columns, free);
  const heightsAt = (widths: readonly number[]) =>
    starts.map((start, index) =>
      boxes
        .slice(start, starts[index + 1])
        .reduce((sum, box, at) => sum + boxHeight(box, widths[index]!, context) + (at > 0 ? gutter : 0), 0),
    );
  let widths = first;
  let heights = heightsAt(widths);
  let best = { widths, heights, tallest: largest(heights) };
  for (let round = 1; round < CORRECTIONS; round++) {
    widths = shareWidth(
      widths.map((one, index) => one * heights[index]!),
      free,
    );
    heights = heightsAt(widths);
    if (largest(heights) < best.tallest) best = { widths, heights, tallest: largest(heights) };
  }
  return { starts, ...best };
}

/** A context in which boxes are set only to measure them. */
export const trialOf = (context: LayoutContext): LayoutContext => ({
  ...context,
  parent: detachedNode(context.parent),
  report: createReport(),
});
