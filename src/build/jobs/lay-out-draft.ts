import type { Assessment } from '../../assessment/assessment.ts';
import type { Block } from '../../blocks/block.ts';
import type { Pack } from '../../content/entries/entry.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Language } from '../../layout/language/language.ts';
import { layOut } from '../../layout/lay-out.ts';
import { type PageSetup, pageSetup } from '../../layout/paging/page-setup.ts';
import { setLabel } from '../../layout/set-label.ts';
import type { PosterText } from '../../layout/sheets/impose-poster.ts';
import { type LayOutAt, layOnSheets, type PageNeeds } from '../../layout/sheets/lay-on-sheets.ts';
import { onSmallPages } from '../../layout/sheets/on-small-pages.ts';
import type { PrinterOffset } from '../../layout/sheets/printer-offset.ts';
import { withTrimMarks } from '../../layout/sheets/with-trim-marks.ts';
import type { Style } from '../../layout/style/style.ts';
import { BLEED } from '../../pages/bleed.ts';
import type { ShapingFontBook } from '../../pages/fonts/font-book.ts';
import { lettersOf } from '../../pages/fonts/letters-of.ts';
import type { Laid } from '../../pages/laid.ts';
import type { PaperSize } from '../../pages/paper-size.ts';
import type { Picture } from '../../pages/picture.ts';
import type { Filled } from '../../templates/fill-template.ts';
import { type Imposition, impositionOf } from '../../templates/imposition.ts';
import { documentTitle, formName, type Job } from '../../templates/plan-jobs.ts';

/** One file on its way from template to paper. */
export interface Draft {
  readonly pack: Pack;
  readonly assessment: Assessment;
  readonly job: Job;
  readonly style: Style;
  readonly paper: PaperSize;
  readonly filled: Filled;
  readonly blocks: readonly Block[];
  readonly language: Language;
  readonly pictures: ReadonlyMap<string, Picture>;
  /** For one of many copies: what stands on each of its pages, so that loose ones find back. */
  readonly copy?: { readonly says: string; readonly at?: Place };
}

/** What laying a file out needs besides itself. */
export interface SheetOptions {
  readonly fonts: ShapingFontBook;
  /** Names of the products that were asked for; none for all. */
  readonly products: readonly string[];
  /** What was measured of the printer, for backs. */
  readonly offset?: PrinterOffset;
  /** The name of a way to put pages on sheets, in place of what a product says. */
  readonly impose?: string;
  /** A press, which prints beyond the edges of pages. */
  readonly press?: object;
}

/**
 * The pages of one file, laid out at the size of the paper or of the cells that they will stand in, and put on sheets.
 * Reports what does not fit, and a way of putting pages on sheets that this paper has no room for. What was not asked for
 * by name, and cannot be made so small, is laid out as the product says, with a warning.
 */
export function layOutDraft(draft: Draft, options: SheetOptions, report: Report): Laid {
  const { job } = draft;
  const own = job.product.settings.imposition;
  const named = options.products.includes(job.product.name);
  // Cards stay cards where all products are made into booklets, unless they are asked for by name.
  const asked = own && !named ? undefined : options.impose;
  if (!asked) return layOutAs(draft, own, job.product.impositionAt, options, report);
  const at = { file: '--impose', line: 1, column: 1 };
  if (named) return layOutAs(draft, asked, at, options, report);

  const tried = report.fork();
  const laid = layOutAs(draft, asked, at, options, tried);
  if (!tried.failed()) {
    report.merge(tried);
    return laid;
  }
  const { where, message } = tried.diagnostics.find(({ severity }) => severity === 'error')!;
  report.add(
    'not-imposed',
    where,
    `${job.name}.pdf is printed as usual, not as ${asked}: ${message}`,
    `To be told of all that does not fit, ask for it by name: --product ${job.product.name}.`,
  );
  return layOutAs(draft, own, job.product.impositionAt, options, report);
}

/** Cards that have backs keep them as bookmarks, and in a pile that is cut. */
function withBacks(wishes: Imposition, own: Imposition | string | undefined): Imposition {
  if (typeof own !== 'object' || !['cards', 'bookmarks', 'cut-stack'].includes(wishes.as)) return wishes;
  return { ...wishes, backs: own.backs, duplex: wishes.duplex ?? own.duplex };
}

/** The pages of a file, on sheets if they are to stand on any. */
function layOutAs(
  draft: Draft,
  written: Imposition | string | undefined,
  at: Place,
  { fonts, offset, press }: SheetOptions,
  report: Report,
): Laid {
  const { job, style, paper, blocks, language, pictures } = draft;
  const { fit, 'two-sided': twoSided } = job.product.settings;
  const around = { bound: !written, bleed: press ? BLEED : 0 };
  const layOutAt: LayOutAt = (size, needs, found) =>
    layOut(blocks, { setup: setupOf(draft, size, needs, around), style, fonts, language, pictures }, found);
  if (!written) {
    const laid = withTrimMarks(layOutAt(paper, {}, report));
    return twoSided ? { ...laid, sides: paper.height >= paper.width ? 'long-edge' : 'short-edge' } : laid;
  }
  // The style may stop type from being made as small as the product would have it.
  const growing = fit !== undefined && style['smallest-size'] > fit.smallest;
  const lettering: PosterText = {
    title: documentTitle(draft.pack, job),
    label: (text) => setLabel(text, { style, fonts, language }, report),
    lettersOf: (mark) => lettersOf(mark, fonts),
  };
  const wishes = withBacks(impositionOf(written), job.product.settings.imposition);
  return layOnSheets(
    paper,
    { imposition: { ...wishes, bleed: around.bleed }, at, offset, growing, lettering },
    layOutAt,
    report,
  );
}

type Size = { readonly width: number; readonly height: number };

/** The pages of a file: sheets, which may be bound, or the cells of one. */
function setupOf(
  { pack, job, style, copy }: Draft,
  size: Size,
  { perSheet = 1, small = false, twoSided }: PageNeeds,
  around: { bound: boolean; bleed: number },
): PageSetup {
  const { settings } = job.product;
  const wishes = { ...settings, ...(twoSided !== undefined && { 'two-sided': twoSided }) };
  const teacher = settings.teacher.includes(job.output ?? 'all');
  return pageSetup(size, small ? onSmallPages(wishes, size) : wishes, style, {
    values: {
      pack: pack.about.name,
      product: settings.title,
      title: job.entry?.name ?? settings.title,
      form: formName(job) ?? '',
    },
    ...(teacher && { mark: style.capitals ? 'TEACHER' : 'Teacher' }),
    ...(copy && { copy: copy.says }),
    at: copy?.at ?? pack.about.places['title'] ?? pack.about.at,
    perSheet,
    ...around,
  });
}
