import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Laid } from '../../pages/laid.ts';
import { mm } from '../../pages/length.ts';
import { checkBooklet, checkType } from './check-imposed.ts';
import { cellSize, type Grid } from './grid.ts';
import { imposeBooklet } from './impose-booklet.ts';
import { imposeGrid } from './impose-grid.ts';
import { imposePoster, type PosterText } from './impose-poster.ts';
import { largerGrids } from './larger-grids.ts';
import { planPoster } from './plan-poster.ts';
import { planSheets } from './plan-sheets.ts';
import { posterContent } from './poster-content.ts';
import type { GridPlan, ImpositionOptions } from './sheet-plan.ts';
import type { Size } from './size.ts';
import { withOffset } from './with-offset.ts';
import { withTrimMarks } from './with-trim-marks.ts';

/** How pages have to differ from those that a product asks for. */
export interface PageNeeds {
  /** The number of pages per sheet, on both its sides. */
  readonly perSheet?: number;
  /** Whether they are smaller than the product's paper. */
  readonly small?: boolean;
  readonly twoSided?: boolean;
  /** Whether pages have heads and feet, if their product does. */
  readonly furniture?: boolean;
  /** Whether the type is fitted, if the product asks for it. */
  readonly fit?: boolean;
}

/** Lays pages out at a size, in points, and reports what does not fit. */
export type LayOutAt = (size: Size, needs: PageNeeds, report: Report) => Laid;

/** How pages go on sheets, and where that was written. */
interface SheetRequest {
  readonly imposition: ImpositionOptions;
  readonly at: Place;
  /** The printer’s measured offset, in millimetres. */
  readonly offset?: { readonly right: number; readonly down: number; readonly at: Place } | undefined;
  /** Whether texts get larger cells, so fewer per sheet, if they do not fit. */
  readonly growing: boolean;
  readonly lettering: PosterText;
}

/**
 * Lays pages out at the size of their cells and puts them on sheets. Reports what does not fit, and what the paper has no
 * room for; the result may then be pages that are not on sheets.
 */
export function layOnSheets(paper: Size, request: SheetRequest, layOutAt: LayOutAt, report: Report): Laid {
  const { imposition, at, offset } = request;
  if (imposition.as === 'poster') return layOutPoster(paper, request, layOutAt, report);
  const planned = planSheets(paper, imposition, at, report);
  const plan = planned && offset ? withOffset(planned, offset, report) : planned;
  if (!plan) return layOutAt(paper, {}, report.fork());
  if (plan.kind === 'booklet') {
    const small = plan.booklet.scale === 1;
    const pages = layOutAt(plan.page, { small, twoSided: true }, report);
    checkBooklet(pages, at, report);
    checkType(pages, plan.booklet.scale, !small, at, report);
    return imposeBooklet(pages, plan.booklet);
  }
  if (!plan.isContinuous) {
    const cards = layOutCards(plan, request.growing, layOutAt, report);
    checkType(cards, 1, false, at, report);
    return cards;
  }
  const needs = {
    perSheet: pagesPerSheet(plan.grid, plan.order),
    small: !plan.page,
    twoSided: plan.order.backs === 'behind',
  };
  const found = report.fork();
  const pages = layOutAt(plan.page ?? cellSize(plan.grid), needs, found);
  if (request.growing && found.failed()) return withTrimMarks(layOutAt(paper, { fit: false }, report));
  report.merge(found);
  const sheets = imposeGrid(pages, plan.grid, plan.order);
  checkType(sheets, 1, plan.page !== undefined, at, report);
  return sheets;
}

function layOutPoster(paper: Size, request: SheetRequest, layOutAt: LayOutAt, report: Report): Laid {
  const pages = layOutAt(paper, { twoSided: false, furniture: false }, report);
  const { lettering, imposition, at } = request;
  const { height } = lettering.label('row');
  const content = posterContent(pages, lettering.lettersOf);
  const poster = planPoster(pages.pages[0] ?? paper, content, paper, imposition, height, at, report);
  return poster ? imposePoster(pages, poster, request.lettering) : pages;
}

/** Narrower cards have no room for the margins of a page; in points. */
const NARROW = mm(60);
const isNarrow = (grid: Grid) => cellSize(grid).width < NARROW;

/** Counts the pages on both sides of a sheet. */
const pagesPerSheet = ({ columns, rows }: Grid, { backs }: GridPlan['order']) =>
  columns * rows * (backs === 'behind' ? 2 : 1);

function layOutCards({ grid, order }: GridPlan, growing: boolean, layOutAt: LayOutAt, report: Report): Laid {
  const layOutOn = (tried: Grid, found: Report) =>
    layOutAt(cellSize(tried), { perSheet: pagesPerSheet(tried, order), small: isNarrow(tried) }, found);
  const grids = growing ? largerGrids(grid, order.backs === 'fold') : [grid];
  for (const tried of grids.slice(0, -1)) {
    const found = report.fork();
    const pages = layOutOn(tried, found);
    if (found.failed()) continue;
    report.merge(found);
    return imposeGrid(pages, tried, order);
  }
  const last = grids.at(-1)!;
  return imposeGrid(layOutOn(last, report), last, order);
}
