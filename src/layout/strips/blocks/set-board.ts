import type { BoardBlock, BoardBox, Heading } from '../../../blocks/block.ts';
import { plainText } from '../../../blocks/plain-text.ts';
import { append } from '../../../diagnostics/collections/append.ts';
import { largest } from '../../../diagnostics/collections/largest.ts';
import { countInWords } from '../../../diagnostics/count-in-words.ts';
import type { Mark } from '../../../pages/page.ts';
import { withSizes } from '../../lines/type-look.ts';
import type { LayoutContext } from '../layout-context.ts';
import { sideBySide } from '../side-by-side.ts';
import { keptWithNext, type Strip, stackHeight, strip } from '../strip.ts';
import { addNode } from '../structure-draft.ts';
import { keepGroup } from './keep-group.ts';
import { boxHeight, contentOf, GUTTER, measureBoard, trialOf } from './measure-board.ts';
import { placeBox } from './place-box.ts';
import { setBox } from './set-containers.ts';

/** A column has room for this many ems of small type at least. */
const NARROWEST_COLUMN = 27;
const MOST_COLUMNS = 4;
/** A board that fills this share of its page is stretched to the foot; so is one with lines to write on, which are never too many. */
const STRETCHED = 0.5;
/** How much smaller a title may be, so that it is on one line. */
const SMALLER = [0.92, 0.85, 0.78];
/** How much larger the type of a board may be that would leave much of its page empty. */
const LARGER = [1.5, 1.4, 1.3, 1.22, 1.16, 1.1, 1.05];

/**
 * Sets boxes in columns of equal height, as one strip: they are measured, divided into columns, and stretched to one line
 * at the foot. A board with little in it has larger type. If its style has no type small enough for one page, it takes as
 * many pages as it needs.
 * Reports the box to shorten if a board that has to be on one page is too long.
 */
export function setBoard(board: BoardBlock, width: number, context: LayoutContext): Strip[] {
  const isOnePage = board.smallest !== undefined && context.style['smallest-size'] <= board.smallest;
  if (!isOnePage || columnCount(width, context) === 1) return setOpenBoard(board, width, context);
  const { tallest, room } = measured(board, width, trialOf(context));
  // Lines get shorter as they get higher.
  for (const factor of LARGER.filter((one) => tallest * one ** 2 <= room * 1.05)) {
    const style = withSizes(context.style, ['small', 'label'], factor);
    const larger = { ...context, style };
    const grown = measured(board, width, trialOf(larger));
    if (grown.tallest <= grown.room) return [setOnePage(board, width, larger)];
  }
  return [setOnePage(board, width, context)];
}

const columnCount = (width: number, { style }: LayoutContext): number =>
  Math.max(1, Math.min(MOST_COLUMNS, Math.floor(width / (style['small-size'] * NARROWEST_COLUMN))));

/** Measures a board: its columns, the height of the tallest, and the height that there is for it. */
function measured(board: BoardBlock, width: number, trial: LayoutContext) {
  const head = setTitle(board, width, trial);
  const above = head ? head.height + trial.style['small-size'] * GUTTER : 0;
  return {
    ...measureBoard(board.boxes, columnCount(width, trial), width, trial),
    room: trial.frameHeight - above,
  };
}

function setOnePage(board: BoardBlock, width: number, context: LayoutContext): Strip {
  const em = context.style['small-size'];
  const { starts, widths, heights, tallest, room } = measured(board, width, trialOf(context));
  const head = setTitle(board, width, context);
  const above = context.frameHeight - room;
  if (tallest > room + 0.01) reportOverflow(board.boxes, tallest - room, widths, starts, context);
  const isToWriteIn = board.boxes.some(hasLines);
  const height = isToWriteIn || tallest > room * STRETCHED ? room : tallest;
  const marks: Mark[] = [...(head?.marks ?? [])];
  const anchors = [...(head?.anchors ?? [])];
  let x = 0;
  for (const [index, start] of starts.entries()) {
    const boxes = board.boxes.slice(start, starts[index + 1]);
    // Where there are lines to write on, there can be more of them.
    const growing = boxes.some(hasLines) ? boxes.filter(hasLines) : boxes;
    const share = Math.max(0, height - heights[index]!) / growing.length;
    let y = above;
    for (const box of boxes) {
      const spare = growing.includes(box) ? share : 0;
      const placed = placeBox(box, { x, y, width: widths[index]!, spare }, context);
      append(marks, placed.marks);
      append(anchors, placed.anchors);
      y += placed.height + em * GUTTER;
    }
    x += widths[index]! + em * GUTTER;
  }
  return strip(board.at, Math.min(above + height, context.frameHeight), marks, { anchors });
}

/** Sets a title on one line, in smaller type if that is enough, or else on as many as it needs. */
function titleOnOneLine(title: Heading, width: number, context: LayoutContext): Strip[] {
  const smaller = (factor: number) => ({ ...context, style: withSizes(context.style, ['title'], factor) });
  const factor = [1, ...SMALLER].find(
    (one) => context.setBlocks([title], width, trialOf(smaller(one))).length === 1,
  );
  return context.setBlocks([title], width, smaller(factor ?? 1));
}

const hasLines = ({ lines = 0 }: BoardBox): boolean => lines > 0;

/** Sets the title of a board, with what is beside it at the right. */
function setTitle(board: BoardBlock, width: number, context: LayoutContext): Strip | undefined {
  if (!board.title) return undefined;
  const isShared = board.beside !== undefined;
  const strips = titleOnOneLine(board.title, isShared ? width * 0.55 : width, context);
  const beside = context.setBlocks(board.beside ?? [], width * 0.43, context);
  // The lines to fill in end near the baseline of the title.
  const drop = Math.max(0, stackHeight(strips) - stackHeight(beside)) * 0.6;
  const cells = [
    { x: 0, strips },
    ...(beside.length > 0
      ? [{ x: width * 0.57, strips: [strip(board.at, drop, []), ...beside.map(withoutGap)] }]
      : []),
  ];
  const whole = { ...context, frameHeight: Infinity };
  const [head] = sideBySide(cells, board.at, 0, whole);
  if (!board.note) return head;
  const note = context.setBlocks([board.note], width, context);
  return sideBySide([{ x: 0, strips: [head!, ...note] }], board.at, 0, whole)[0];
}

const withoutGap = (one: Strip): Strip => ({ ...one, gapBefore: 0 });

/** Sets a board that takes several pages: as many boxes on each as fit, in columns, or all of them below one another. */
function setOpenBoard(board: BoardBlock, width: number, context: LayoutContext): Strip[] {
  const { boxes } = board;
  const head = setTitle(board, width, context);
  const strips = head ? [keptWithNext(head)] : [];
  const gutter = context.style['small-size'] * GUTTER;
  const asBox = (box: BoardBox): Strip[] =>
    keepGroup(
      setBox({ kind: 'box', at: box.at, tone: 'frame', blocks: [box.title, ...contentOf(box)] }, width, {
        ...context,
        parent: addNode(context.parent, 'Sect'),
      }),
      context.pageHeight,
    );
  if (columnCount(width, context) === 1) return [...strips, ...boxes.flatMap(asBox)];
  let from = 0;
  while (from < boxes.length) {
    const room = context.frameHeight - (from === 0 && strips.length > 0 ? stackHeight(strips) + gutter : 0);
    const count = fitting(boxes.slice(from), room, width, context);
    const some = { kind: 'board', at: boxes[from]!.at, boxes: boxes.slice(from, from + count) } as const;
    if (count === 0) append(strips, asBox(boxes[from]!));
    else strips.push({ ...setOnePage(some, width, { ...context, frameHeight: room }), gapBefore: gutter });
    from += Math.max(1, count);
  }
  return strips;
}

/** How many of some boxes fit on a page, from the first on. */
function fitting(boxes: readonly BoardBox[], room: number, width: number, context: LayoutContext): number {
  const trial = trialOf(context);
  let count = 0;
  while (
    count < boxes.length &&
    measureBoard(boxes.slice(0, count + 1), columnCount(width, trial), width, trial).tallest <= room
  )
    count++;
  return count;
}

/** Reports a board that is too long: its longest box, and how much has to go. */
function reportOverflow(
  boxes: readonly BoardBox[],
  over: number,
  widths: readonly number[],
  starts: readonly number[],
  context: LayoutContext,
): void {
  const { style, report } = context;
  const trial = trialOf(context);
  const heights = boxes.map((box, index) => {
    const column = starts.findLastIndex((start) => start <= index);
    return boxHeight(box, widths[column]!, trial);
  });
  const longest = boxes[heights.indexOf(largest(heights))]!;
  const lines = countInWords(Math.ceil((over * widths.length) / style['small-leading']), 'line');
  const size = Math.round(style['small-size'] * 100) / 100;
  report.add(
    'box-overflow',
    longest.at,
    `The boxes are ${lines} too long for one page, even at ${size} points, the smallest size allowed; “${plainText(longest.title.text)}” is the longest.`,
    'Shorten its entries, choose fewer with “organiser-entries” in pack.md, or leave out a box with “organiser”.',
  );
}
