import type { Block, BoardBlock, BoardBox } from '../../../../blocks/block.ts';
import { boardColumns } from '../../../../layout/strips/blocks/board-columns.ts';
import { twips } from '../settings/twips.ts';
import { estimateHeight } from './estimate-height.ts';
import { layoutTable } from './layout-table.ts';
import type { WordContext } from './word-context.ts';
import type { WordPart } from './word-part.ts';

/** A column has room for this many ems of small type at least, and there are no more than so many, as in print. */
const NARROWEST_COLUMN = 27;
const MOST_COLUMNS = 4;
const GUTTER = 10;
/** The room that the title and the sides of a box take, in points. */
const BOX = 34;

/** Boxes with titles in columns, divided as in print. They are as high as what is in them. */
export function wordBoard(board: BoardBlock, context: WordContext): WordPart[] {
  const { style } = context.document;
  const { width } = context;
  const head = context.parts(headOf(board), context);
  const most = Math.floor(width / (style['small-size'] * NARROWEST_COLUMN));
  const count = Math.max(1, Math.min(MOST_COLUMNS, most, board.boxes.length));
  context.lose({
    what: 'that boxes fill their page, in type of a size that fits: in Word they are as high as what is in them',
    text: '',
    at: board.at,
  });
  if (count === 1) return [...head, ...board.boxes.flatMap((box) => context.parts([boxOf(box)], context))];
  const free = width - GUTTER * (count - 1);
  const areas = board.boxes.map(
    ({ blocks }) => (estimateHeight(blocks, free / count, style) + BOX) * (free / count),
  );
  const { starts, widths } = boardColumns(areas, count, free);
  const cells = starts.map((start, index) => {
    const boxes = board.boxes.slice(start, starts[index + 1]);
    const isLast = index === starts.length - 1;
    const inner = { ...context, indent: 0, inside: true, width: widths[index]! };
    return {
      width: widths[index]! + (isLast ? 0 : GUTTER),
      parts: boxes.flatMap((box) => context.parts([boxOf(box)], inner)),
      also: { margins: { left: 0, right: isLast ? 0 : twips(GUTTER), top: 0, bottom: 0 } },
    };
  });
  const build = (keepNext: boolean) => layoutTable(cells, context, { keepNext, whole: false });
  return [...head, { kind: 'table', gapBefore: style['paragraph-gap'], build }];
}

/** The title of a board, with what is beside and below it. */
function headOf({ title, beside, note, at }: BoardBlock): Block[] {
  const isShared = title !== undefined && beside !== undefined && beside.length > 0;
  const columns = isShared
    ? [
        { share: 56, blocks: [title] },
        { share: 44, blocks: beside },
      ]
    : [];
  const beginning: Block[] = isShared
    ? [{ kind: 'columns', at, columns }]
    : [...(title ? [title] : []), ...(beside ?? [])];
  return [...beginning, ...(note ? [note] : [])];
}

/** A box of a board, with its lines to write on. */
const boxOf = ({ at, title, blocks, lines }: BoardBox): Block => ({
  kind: 'box',
  at,
  tone: 'frame',
  blocks: [
    title,
    ...blocks,
    ...(lines === undefined ? [] : [{ kind: 'answer-space' as const, at, lines, rest: false }]),
  ],
});
