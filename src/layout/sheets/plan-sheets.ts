import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import { inMm, mm } from '../../pages/length.ts';
import { CARD_SIZES, cardSize } from './card-size.ts';
import { roomForMarks } from './cut-marks.ts';
import { cardGrid, cellSize, type Grid, gridOf } from './grid.ts';
import type { Booklet } from './impose-booklet.ts';
import type { GridOrder } from './impose-grid.ts';
import type { Edge } from './turn-over.ts';

/** What a product says of its sheets, in millimetres. */
export interface ImpositionOptions {
  readonly as: 'cards' | 'bookmarks' | 'booklet' | 'cut-stack' | '2-up' | '4-up' | '6-up' | '8-up' | 'poster';
  /** Columns x rows. */
  readonly grid?: string | undefined;
  /** How large a poster is: `a2`. */
  readonly size?: string | undefined;
  /** The name of a size, or width x height. */
  readonly card?: string | undefined;
  readonly margin: number;
  readonly marks: 'crop' | 'none';
  readonly backs: GridOrder['backs'];
  /** Undefined for the edge that is usual. */
  readonly duplex?: Edge | undefined;
  /** Whether pages are laid out on the whole paper and made smaller: from A4 to A5, and from Letter to its half. */
  readonly scale: boolean;
  /** How far cards are printed beyond their edges, in points. */
  readonly bleed?: number;
}

/** Pages in the cells of a grid. */
export interface GridPlan {
  readonly kind: 'grid';
  readonly grid: Grid;
  readonly order: GridOrder;
  /** What pages are laid out at, if that is not the size of a cell. */
  readonly page?: Size;
  /** Whether pages are parts of a text that runs on, and no cards. */
  readonly runsOn: boolean;
}

/** Pages of a booklet. */
export interface BookletPlan {
  readonly kind: 'booklet';
  readonly page: Size;
  readonly booklet: Booklet;
}

export type SheetPlan = GridPlan | BookletPlan;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Columns and rows of sheets that lie; on those that stand, for pages that lie, it is the other way round. */
const N_UP = { '2-up': [2, 1], '4-up': [2, 2], '6-up': [3, 2], '8-up': [4, 2] } as const;

/** What imposition is to make of the sheets of a product, but for posters; what cannot be is reported. */
export function planSheets(
  sheet: { width: number; height: number },
  options: ImpositionOptions,
  at: Place,
  report: Report,
): SheetPlan | undefined {
  const { as } = options;
  if (as === 'booklet') return planBooklet(sheet, options);
  if (as === 'bookmarks')
    return planCards(
      landscape(sheet),
      { ...options, card: options.card ?? (options.grid ? undefined : 'bookmark') },
      at,
      report,
    );
  if (as === 'cut-stack') return planCutStack(sheet, options);
  return as === 'cards' || as === 'poster'
    ? planCards(sheet, options, at, report)
    : planNUp(sheet, options, N_UP[as]);
}

const landscape = ({ width, height }: Size): Size => ({
  width: Math.max(width, height),
  height: Math.min(width, height),
});
const portrait = (sheet: Size): Size => ({ width: landscape(sheet).height, height: landscape(sheet).width });

/** A4 folded to A5, Letter to half-letter. Sheets lie, and their short edges stand where the fold does. */
function planBooklet(paper: Size, { scale, duplex = 'short-edge' }: ImpositionOptions): BookletPlan {
  const sheet = landscape(paper);
  const half = { width: sheet.width / 2, height: sheet.height };
  const page = scale ? portrait(paper) : half;
  return { kind: 'booklet', page, booklet: { sheet, scale: scaleTo(half, page), edge: duplex } };
}

const scaleTo = (cell: Size, page: Size) => Math.min(cell.width / page.width, cell.height / page.height);

/** Cells from edge to edge, in rows, for pages that stand or lie as the product's do. */
function planNUp(
  paper: Size,
  { scale, duplex, marks }: ImpositionOptions,
  [across, down]: readonly [number, number],
): GridPlan {
  const isLandscape = paper.width > paper.height;
  const square = across === down;
  const sheet = square ? paper : isLandscape ? portrait(paper) : landscape(paper);
  const [columns, rows] = isLandscape ? [down, across] : [across, down];
  const grid: Grid = { ...sizeOf(sheet), columns, rows, margin: { x: 0, y: 0 }, marks };
  // Only to half the paper: smaller type than that would make nobody happy.
  const scaled = scale && columns * rows === 2;
  const order = { backs: 'none', stacked: false, edge: duplex } as const;
  return { kind: 'grid', grid, order, runsOn: true, ...(scaled && { page: sizeOf(paper) }) };
}

function planCutStack(
  paper: Size,
  { grid = '2x2', backs, duplex = 'long-edge', marks }: ImpositionOptions,
): GridPlan {
  const edge = backs === 'behind' ? duplex : undefined;
  return {
    kind: 'grid',
    grid: gridOf(paper, { grid, margin: 0, marks }),
    order: { backs: backs === 'behind' ? 'behind' : 'none', stacked: true, edge },
    runsOn: true,
  };
}

const sizeOf = ({ width, height }: Size): Size => ({ width, height });

function planCards(sheet: Size, options: ImpositionOptions, at: Place, report: Report): GridPlan | undefined {
  const { backs, duplex = 'long-edge' } = options;
  const grid = gridFor(sheet, options, at, report);
  if (!grid) return undefined;
  const { x, y } = grid.margin;
  const room = roomForMarks(options.bleed);
  if (grid.marks === 'crop' && Math.min(x, y) < room - 0.01)
    report.add(
      'no-room-for-marks',
      at,
      `Crop marks need ${inMm(room)} mm around the cards, and here are ${inMm(Math.min(x, y))}.`,
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
    order: { backs, stacked: false, edge: backs === 'behind' ? duplex : undefined },
    runsOn: false,
  };
}

function gridFor(
  sheet: { width: number; height: number },
  { grid, card, margin, marks, backs }: ImpositionOptions,
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
    ? { ...gridOf(sheet, { grid, margin: 0, marks }), margin: marginsAround(sheet, size, grid) }
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
function marginsAround(
  sheet: { width: number; height: number },
  size: { width: number; height: number },
  grid: string,
) {
  const [columns, rows] = grid.split('x').map(Number) as [number, number];
  return { x: (sheet.width - columns * size.width) / 2, y: (sheet.height - rows * size.height) / 2 };
}
