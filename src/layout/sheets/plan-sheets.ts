import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import { type Grid, gridOf } from './grid.ts';
import { planCards } from './plan-cards.ts';
import type { BookletPlan, GridPlan, ImpositionOptions, SheetPlan } from './sheet-plan.ts';
import { landscape, portrait, type Size, sizeOf } from './size.ts';

/** Columns and rows of landscape sheets. On portrait sheets, for landscape pages, they are swapped. */
const N_UP = { '2-up': [2, 1], '4-up': [2, 2], '6-up': [3, 2], '8-up': [4, 2] } as const;

/**
 * Plans the sheets of a product, except posters.
 * @returns undefined, with a report, if that is impossible
 */
export function planSheets(
  sheet: Size,
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

/**
 * Plans a booklet: A4 folded to A5, or Letter to half-letter. Sheets are landscape, folded parallel to their short
 * edges.
 */
function planBooklet(paper: Size, { scale, duplex = 'short-edge' }: ImpositionOptions): BookletPlan {
  const sheet = landscape(paper);
  const half = { width: sheet.width / 2, height: sheet.height };
  const page = scale ? portrait(paper) : half;
  return { kind: 'booklet', page, booklet: { sheet, scale: scaleTo(half, page), edge: duplex } };
}

const scaleTo = (cell: Size, page: Size) => Math.min(cell.width / page.width, cell.height / page.height);

/** Plans cells that fill the sheet, in rows, for pages with the orientation of the product’s. */
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
  // Only to half the paper: smaller type would be hard to read.
  const scaled = scale && columns * rows === 2;
  const order = { backs: 'none', stacked: false, edge: duplex } as const;
  return { kind: 'grid', grid, order, isContinuous: true, ...(scaled && { page: sizeOf(paper) }) };
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
    isContinuous: true,
  };
}
