import { largest } from '../../diagnostics/collections/largest.ts';
import { bleedOf } from '../../pages/bleed.ts';
import type { Laid } from '../../pages/laid.ts';
import { rounded } from '../../pages/length.ts';
import type { Box } from '../../pages/page.ts';
import { cutMarks } from './cut-marks.ts';
import { cellSize, type Grid } from './grid.ts';
import { placePages, type SheetSide } from './place-pages.ts';
import type { PlacedPage } from './placed-page.ts';
import { type Edge, type Offset, shiftOfBack, turnsLikeABook } from './turn-over.ts';
import { withTrimMarks } from './with-trim-marks.ts';

/** How pages are put into the cells of a grid. */
export interface GridOrder {
  /**
   * Where even pages go: after the odd ones like any other page (`none`), on their backs (`behind`), or next to them, to
   * be folded over (`fold`).
   */
  readonly backs: 'none' | 'behind' | 'fold';
  /** Whether pages are ordered so that the piles from one cut go on top of each other, instead of in rows. */
  readonly stacked: boolean;
  /** The edge that sheets are turned about; undefined if only one side is printed. */
  readonly edge: Edge | undefined;
  /** How far off this printer prints backs, in points. */
  readonly offset?: Offset;
}

const IN_ROWS: GridOrder = { backs: 'none', stacked: false, edge: undefined };

/**
 * Puts pages on sheets, in rows from the left. The grid is the same on every sheet, including the last, so that a pile of
 * sheets can be cut in one go. The structure keeps its logical order.
 */
export function imposeGrid(laid: Laid, grid: Grid, order: GridOrder = IN_ROWS): Laid {
  if (order.backs === 'fold') return imposeFolded(laid, grid);
  const { edge } = order;
  const perSheet = grid.columns * grid.rows;
  const each = order.backs === 'behind' ? 2 : 1;
  const leaves = Math.ceil(laid.pages.length / each);
  const sheets = Math.ceil(leaves / perSheet);
  const marks = marksOn(grid, bleedIn(laid));
  const sides: SheetSide[] = [];
  for (let sheet = 0; sheet < sheets; sheet++) {
    const leafAt = (place: number) => (order.stacked ? place * sheets + sheet : sheet * perSheet + place);
    const front: PlacedPage[] = [];
    const back: PlacedPage[] = [];
    for (let place = 0; place < perSheet; place++) {
      const page = leafAt(place) * each;
      if (leafAt(place) >= leaves) continue;
      front.push({ page, ...inCell(laid.pages[page]!, place, grid), turn: 0 });
      if (each === 2 && page + 1 < laid.pages.length)
        back.push({ page: page + 1, ...backOf(place, grid, edge ?? 'long-edge', order.offset) });
    }
    sides.push({ placed: front, marks });
    // Sheets are cut face up, by the marks on the front. Marks on the back could only disagree with them.
    if (each === 2) sides.push({ placed: back, marks: [] });
  }
  const { columns, rows } = grid;
  const finish = { kind: order.stacked ? 'stack' : 'cut', columns, rows } as const;
  const placed = onSheets(laid, grid, sides, edge ?? 'one-sided');
  return { ...placed, finish, ...(each === 2 && { backs: true as const }) };
}

const cellsOf = (grid: Grid): Box[] =>
  Array.from({ length: grid.columns * grid.rows }, (_, place) => ({
    ...cornerAt(place, grid),
    ...cellSize(grid),
  }));

function cornerAt(place: number, grid: Grid): { x: number; y: number } {
  const cell = cellSize(grid);
  return {
    x: grid.margin.x + (place % grid.columns) * cell.width,
    y: grid.margin.y + Math.floor(place / grid.columns) * cell.height,
  };
}

/** Puts a page in the middle of its cell, scaled down if it is larger. */
function inCell(page: { width: number; height: number }, place: number, grid: Grid) {
  const cell = cellSize(grid);
  const { x, y } = cornerAt(place, grid);
  const scale = Math.min(1, rounded(Math.min(cell.width / page.width, cell.height / page.height)));
  return {
    x: scale === 1 ? x : x + (cell.width - page.width * scale) / 2,
    y: scale === 1 ? y : y + (cell.height - page.height * scale) / 2,
    scale,
  };
}

/**
 * Gives the place of a back, in the cell behind its front; upside down if needed, so that a card always turns like a
 * page of a book.
 */
function backOf(place: number, grid: Grid, edge: Edge, offset: Offset = { right: 0, down: 0 }) {
  const { x, y } = cornerAt(place, grid);
  const cell = cellSize(grid);
  const shift = shiftOfBack(grid, edge, offset);
  return turnsLikeABook(grid, edge)
    ? { x: grid.width - x - cell.width + shift.x, y: y + shift.y, turn: 0 as const, scale: 1 }
    : { x: x + cell.width + shift.x, y: grid.height - y + shift.y, turn: 180 as const, scale: 1 };
}

/**
 * Puts fronts and backs on the same side, to be folded over: next to each other if the number of columns is even, or else
 * one above the other with the back upside down.
 */
function imposeFolded(laid: Laid, grid: Grid): Laid {
  const cell = cellSize(grid);
  const beside = grid.columns % 2 === 0;
  const folds = {
    column: (line: number) => beside && line % 2 === 1,
    row: (line: number) => !beside && line % 2 === 1,
  };
  const marks = marksOn(grid, bleedIn(laid), folds);
  const columns = beside ? grid.columns / 2 : grid.columns;
  const perSheet = (grid.columns * grid.rows) / 2;
  const sides: { placed: PlacedPage[]; marks: SheetSide['marks'] }[] = [];
  for (let page = 0; page < laid.pages.length; page++) {
    const leaf = Math.floor(page / 2);
    if (page % 2 === 0 && leaf % perSheet === 0) sides.push({ placed: [], marks });
    const place = leaf % perSheet;
    const column = (place % columns) * (beside ? 2 : 1) + (beside ? page % 2 : 0);
    const row = Math.floor(place / columns) * (beside ? 1 : 2) + (beside ? 0 : page % 2);
    const { x, y } = cornerAt(row * grid.columns + column, grid);
    const isUpsideDown = !beside && page % 2 === 1;
    sides.at(-1)!.placed.push({
      page,
      x: isUpsideDown ? x + cell.width : x,
      y: isUpsideDown ? y + cell.height : y,
      turn: isUpsideDown ? 180 : 0,
      scale: 1,
    });
  }
  const finish = { kind: 'fold-and-cut', columns: grid.columns, rows: grid.rows } as const;
  return { ...onSheets(laid, grid, sides, 'one-sided'), finish };
}

const bleedIn = ({ pages }: Laid): number => largest(pages.map(bleedOf), 0);

const fillsSheet = ({ margin }: Grid): boolean => margin.x === 0 && margin.y === 0;

/**
 * Gives the marks on the sheet itself. If cells fill it and have a bleed, there are none: marks then go on a larger
 * sheet.
 */
function marksOn(grid: Grid, bleed: number, folds?: Parameters<typeof cutMarks>[1]): SheetSide['marks'] {
  if (grid.marks === 'none' || (bleed > 0 && fillsSheet(grid))) return [];
  return cutMarks(grid, folds, bleed);
}

function onSheets(laid: Laid, grid: Grid, sides: readonly SheetSide[], printed: Laid['sides']): Laid {
  const { margin, columns, rows } = grid;
  const cell = cellSize(grid);
  const block = { x: margin.x, y: margin.y, width: columns * cell.width, height: rows * cell.height };
  const sheets = placePages(laid, grid, sides, printed, { ...block, columns, rows });
  const placed = { ...sheets, cells: cellsOf(grid) };
  if (!fillsSheet(grid)) return placed;
  const between = (count: number, size: number) =>
    grid.marks === 'none' ? [] : Array.from({ length: count - 1 }, (_, index) => (index + 1) * size);
  return withTrimMarks(placed, {
    columns: between(columns, cell.width),
    rows: between(rows, cell.height),
    folded: false,
  });
}
