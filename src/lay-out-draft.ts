import type { Block } from './blocks/block.ts';
import type { Style } from './blocks/style.ts';
import type { Pack } from './content/entry.ts';
import { createReport, type Report } from './diagnostics/report.ts';
import type { ShapingFontBook } from './fonts/font-book.ts';
import { checkBooklet, checkScale } from './imposition/check-imposed.ts';
import { cellSize, type Grid } from './imposition/grid.ts';
import { imposeBooklet } from './imposition/impose-booklet.ts';
import { imposeGrid } from './imposition/impose-grid.ts';
import { largerGrids } from './imposition/larger-grids.ts';
import { onSmallPages } from './imposition/on-small-pages.ts';
import { planSheets } from './imposition/plan-sheets.ts';
import { withOffset } from './imposition/with-offset.ts';
import type { Language } from './language/language.ts';
import { layOut } from './layout/lay-out.ts';
import { type PageSetup, pageSetup } from './layout/page-setup.ts';
import type { Laid } from './pages/laid.ts';
import type { Paper } from './pages/paper.ts';
import type { Picture } from './pages/picture.ts';
import type { Filled } from './template/fill-template.ts';
import { type IMPOSITIONS, impositionOf } from './template/imposition.ts';
import { formName, type Job } from './template/plan-jobs.ts';
import type { PrinterOffset } from './template/printers.ts';

/** One file on its way from template to paper. */
export interface Draft {
  readonly pack: Pack;
  readonly job: Job;
  readonly style: Style;
  readonly paper: Paper;
  readonly filled: Filled;
  readonly blocks: readonly Block[];
  readonly language: Language;
  readonly pictures: ReadonlyMap<string, Picture>;
}

/** What laying a file out needs besides itself. */
export interface SheetOptions {
  readonly fonts: ShapingFontBook;
  /** Names of the products that were asked for; none for all. */
  readonly products: readonly string[];
  /** What was measured of the printer, for backs. */
  readonly offset?: PrinterOffset;
  readonly impose?: (typeof IMPOSITIONS)[number];
}

/**
 * The pages of one file, laid out at the size of the paper or of the cells that they will stand in, and put on sheets.
 * Reports what does not fit, and a way of putting pages on sheets that this paper has no room for.
 */
export function layOutDraft(draft: Draft, options: SheetOptions, report: Report): Laid {
  const { fonts, offset } = options;
  const { job, style, paper, blocks, language, pictures } = draft;
  const { fit, 'two-sided': twoSided } = job.product.settings;
  const own = job.product.settings.imposition;
  // Cards stay cards where all products are made into booklets, unless they are asked for by name.
  const impose = own && !options.products.includes(job.product.name) ? undefined : options.impose;
  const written = impose ?? own;
  const layOutAt = (size: Size, setup: Partial<SetupOptions>, found: Report) =>
    layOut(blocks, { setup: setupOf(draft, size, setup, !written), style, fonts, language, pictures }, found);
  if (!written) {
    const laid = layOutAt(paper, {}, report);
    return twoSided ? { ...laid, sides: paper.height >= paper.width ? 'long-edge' : 'short-edge' } : laid;
  }
  const at = impose ? { file: '--impose', line: 1, column: 1 } : job.product.impositionAt;
  const planned = planSheets(paper, impositionOf(written), at, report);
  const plan = planned && offset ? withOffset(planned, offset, report) : planned;
  if (!plan) return layOutAt(paper, {}, createReport());
  if (plan.kind === 'booklet') {
    const small = plan.booklet.scale === 1;
    const pages = layOutAt(plan.page, { small, twoSided: true }, report);
    checkBooklet(pages, at, report);
    checkScale(pages, plan.booklet.scale, at, report);
    return imposeBooklet(pages, plan.booklet);
  }
  if (plan.runsOn) {
    const pages = layOutAt(plan.page ?? cellSize(plan.grid), { small: !plan.page }, report);
    const sheets = imposeGrid(pages, plan.grid, plan.order);
    checkScale(sheets, 1, at, report);
    return sheets;
  }
  const layOutOn = (tried: Grid, found: Report) =>
    layOutAt(cellSize(tried), { perSheet: tried.columns * tried.rows }, found);
  // Where the style stops type from being made as small as the product would have it, cells are made larger.
  const grids =
    fit && style['smallest-size'] > fit.smallest
      ? largerGrids(plan.grid, plan.order.backs === 'fold')
      : [plan.grid];
  for (const tried of grids.slice(0, -1)) {
    const found = createReport();
    const pages = layOutOn(tried, found);
    if (!found.failed()) return imposeGrid(pages, tried, plan.order);
  }
  const last = grids.at(-1)!;
  return imposeGrid(layOutOn(last, report), last, plan.order);
}

/** How pages differ from those that a product says. */
interface SetupOptions {
  /** How many come on one sheet. */
  readonly perSheet: number;
  /** Whether they are smaller than the product's paper. */
  readonly small: boolean;
  readonly twoSided: boolean;
}

type Size = { readonly width: number; readonly height: number };

/** The pages of a file: sheets, which may be bound, or the cells of one. */
function setupOf(
  { pack, job, style }: Draft,
  size: Size,
  { perSheet = 1, small = false, twoSided = false }: Partial<SetupOptions>,
  bound: boolean,
): PageSetup {
  const { settings } = job.product;
  const wishes = { ...settings, ...(twoSided && { 'two-sided': true }) };
  const teacher = settings.teacher.includes(job.output ?? 'all');
  return pageSetup(size, small ? onSmallPages(wishes, size) : wishes, style, {
    values: {
      pack: pack.about.name,
      product: settings.title,
      title: job.entry?.name ?? settings.title,
      form: formName(job) ?? '',
    },
    ...(teacher && { mark: style.capitals ? 'TEACHER' : 'Teacher' }),
    at: pack.about.places['title'] ?? pack.about.at,
    perSheet,
    bound,
  });
}
