import type { Place } from '../diagnostics/diagnostic.ts';
import type { Report } from '../diagnostics/report.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { mm } from '../pages/length.ts';
import { CARD_SIZES, cardSize } from './card-size.ts';
import { ROOM_FOR_MARKS } from './cut-marks.ts';
import { cardGrid, cellSize, type Grid, gridOf } from './grid.ts';
import type { GridOrder } from './impose-grid.ts';
import type { Edge } from './turn-over.ts';

/** What a product says of its sheets, in millimetres. */
export interface SheetWishes {
  readonly as: 'cards';
  /** Columns x rows. */
  readonly grid?: string | undefined;
  /** The name of a size, or width x height. */
  readonly card?: string | undefined;
  readonly margin: number;
  readonly marks: 'crop' | 'none';
  readonly backs: GridOrder['backs'];
  readonly duplex: Edge;
}

/** Pages in the cells of a grid. */
export interface GridPlan {
  readonly kind: 'grid';
  readonly grid: Grid;
  readonly order: GridOrder;
}

export type SheetPlan = GridPlan;

/** What imposition is to make of the sheets of a product; what cannot be is reported. */
export function planSheets(
  sheet: { width: number; height: number },
  wishes: SheetWishes,
  at: Place,
  report: Report,
): SheetPlan | undefined {
  const { backs } = wishes;
  const grid = gridFor(sheet, wishes, at, report);
  if (!grid) return undefined;
  const { x, y } = grid.margin;
  if (grid.marks === 'crop' && Math.min(x, y) < ROOM_FOR_MARKS - 0.01)
    report.add(
      'no-room-for-marks',
      at,
      `Crop marks need ${inMm(ROOM_FOR_MARKS)} mm around the cards, and here are ${inMm(Math.min(x, y))}.`,
      'Write a larger margin, or smaller cards, or “marks: none”.',
    );
  if (backs === 'fold' && grid.columns % 2 === 1 && grid.rows % 2 === 1)
    report.add(
      'grid-odd',
      at,
      `Cards that are folded over stand in pairs, and ${grid.columns} x ${grid.rows} cells make no pairs.`,
      'Choose an even number of columns, or of rows.',
    );
  return {
    kind: 'grid',
    grid,
    order: { backs, stacked: false, edge: backs === 'behind' ? wishes.duplex : undefined },
  };
}

function gridFor(
  sheet: { width: number; height: number },
  { grid, card, margin, marks, backs }: SheetWishes,
  at: Place,
  report: Report,
): Grid | undefined {
  if (card === undefined) {
    const made = gridOf(sheet, { grid: grid ?? '2x4', margin, marks });
    const { width, height } = cellSize(made);
    if (width > 0 && height > 0) return made;
    report.add(
      'card-too-large',
      at,
      `A margin of ${margin} mm leaves no room for cards.`,
      'Make it smaller.',
    );
    return undefined;
  }
  const size = cardSize(card);
  if (!size) {
    const names = Object.keys(CARD_SIZES);
    const hint = suggest(card, names) ?? `Write a size in millimetres, as in 85x54, or ${names.join(', ')}.`;
    report.add('card-size-unknown', at, `There is no size of card “${card}”.`, hint);
    return undefined;
  }
  // Without a grid there are as many as the sheet holds.
  const made = grid
    ? { ...gridOf(sheet, { grid, margin: 0, marks }), margin: around(sheet, size, grid) }
    : cardGrid(sheet, size, mm(margin), marks, backs === 'fold');
  const fits = Math.min(made.margin.x, made.margin.y) > mm(margin) - 0.01;
  if (made.columns > 0 && made.rows > 0 && fits) return made;
  const room = (length: number) => inMm(length - 2 * mm(margin));
  report.add(
    'card-too-large',
    at,
    `${grid ? `${grid} cards` : backs === 'fold' ? 'Two cards' : 'A card'} of ${inMm(size.width)} x ${inMm(size.height)} mm ${grid || backs === 'fold' ? 'do' : 'does'} not fit on a sheet that has ${room(sheet.width)} x ${room(sheet.height)} mm inside its margins.`,
    'Choose a smaller card, fewer of them, a smaller margin, or another orientation.',
  );
  return undefined;
}

/** What is left around a grid of cards of one size, in points; less than nothing if they do not fit. */
function around(
  sheet: { width: number; height: number },
  size: { width: number; height: number },
  grid: string,
) {
  const [columns, rows] = grid.split('x').map(Number) as [number, number];
  return { x: (sheet.width - columns * size.width) / 2, y: (sheet.height - rows * size.height) / 2 };
}

/** Points as millimetres, to a tenth. */
const inMm = (points: number): number => Math.round((points / mm(1)) * 10) / 10 + 0;
