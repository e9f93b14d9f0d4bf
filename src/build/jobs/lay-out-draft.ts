import type { Assessment } from '../../assessment/assessment.ts';
import type { ExamPack } from '../../assessment/tasks/exam-pack.ts';
import type { Block } from '../../blocks/block.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import { flagPlace } from '../../diagnostics/flag-place.ts';
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

/** One file to print: its blocks, and everything that laying them out depends on. */
export interface Draft {
  readonly pack: ExamPack;
  readonly assessment: Assessment;
  readonly job: Job;
  readonly style: Style;
  readonly paper: PaperSize;
  readonly filled: Filled;
  readonly blocks: readonly Block[];
  readonly language: Language;
  readonly pictures: ReadonlyMap<string, Picture>;
  /** For one of many copies: a text in the foot of each page, so that loose pages can be returned to their copy. */
  readonly copy?: { readonly footer: string; readonly at?: Place };
}

/** Options for laying out a file. */
interface SheetOptions {
  readonly fonts: ShapingFontBook;
  /** Names of the products that were asked for; empty for all. */
  readonly products: readonly string[];
  /** The measured offset of the printer's backs. */
  readonly offset?: PrinterOffset;
  /** The name of an imposition, in place of the product's. */
  readonly impose?: string;
  /** The profile of a printing press, which prints beyond the edges of pages. */
  readonly press?: object;
}

/**
 * Lays out one file: its pages at the size of the paper, or of the cells that they will fill, and their sheets. Reports
 * text that does not fit, and an imposition that the paper has no room for. A product that was not asked for by name,
 * and does not fit the requested imposition, is laid out with its own and a warning.
 */
export function layOutDraft(draft: Draft, options: SheetOptions, report: Report): Laid {
  const { job } = draft;
  const imposition = job.product.settings.imposition;
  const isNamed = options.products.includes(job.product.name);
  // If all products are made into booklets, cards remain cards unless they were asked for by name.
  const requested = imposition && !isNamed ? undefined : options.impose;
  if (!requested) return layOutAs(draft, imposition, job.product.impositionAt, options, report);
  const at = flagPlace('--impose');
  if (isNamed) return layOutAs(draft, requested, at, options, report);

  const attempt = report.fork();
  const laid = layOutAs(draft, requested, at, options, attempt);
  if (!attempt.failed()) {
    report.merge(attempt);
    return laid;
  }
  const { where, message } = attempt.diagnostics.find(({ severity }) => severity === 'error')!;
  report.add(
    'not-imposed',
    where,
    `${job.name}.pdf is printed as usual, not as ${requested}: ${message}`,
    `To be told of all that does not fit, ask for it by name: --product ${job.product.name}.`,
  );
  return layOutAs(draft, imposition, job.product.impositionAt, options, report);
}

/** Keeps the backs of cards when they are printed as bookmarks or as a pile to cut. */
function withBacks(requested: Imposition, ofProduct: Imposition | string | undefined): Imposition {
  if (typeof ofProduct !== 'object' || !['cards', 'bookmarks', 'cut-stack'].includes(requested.as))
    return requested;
  return { ...requested, backs: ofProduct.backs, duplex: requested.duplex ?? ofProduct.duplex };
}

/** Lays out a file with one imposition, or page by page if there is none. */
function layOutAs(
  draft: Draft,
  written: Imposition | string | undefined,
  at: Place,
  { fonts, offset, press }: SheetOptions,
  report: Report,
): Laid {
  const { job, style, paper, blocks, language, pictures } = draft;
  const { fit, 'two-sided': twoSided } = job.product.settings;
  const edges = { bound: !written, bleed: press ? BLEED : 0 };
  const layOutAt: LayOutAt = (size, needs, found) =>
    layOut(blocks, { setup: setupOf(draft, size, needs, edges), style, fonts, language, pictures }, found);
  if (!written) {
    const laid = withTrimMarks(layOutAt(paper, {}, report));
    return twoSided ? { ...laid, sides: paper.height >= paper.width ? 'long-edge' : 'short-edge' } : laid;
  }
  // The style may not let type become as small as the product allows.
  const growing = fit !== undefined && style['smallest-size'] > fit.smallest;
  const lettering: PosterText = {
    title: documentTitle(draft.pack, job),
    label: (text) => setLabel(text, { style, fonts, language }, report),
    lettersOf: (mark) => lettersOf(mark, fonts),
  };
  const wishes = withBacks(impositionOf(written), job.product.settings.imposition);
  return layOnSheets(
    paper,
    { imposition: { ...wishes, bleed: edges.bleed }, at, offset, growing, lettering },
    layOutAt,
    report,
  );
}

type Size = { readonly width: number; readonly height: number };

/** Gives the set-up of a file's pages, which are either whole sheets or cells of sheets. */
function setupOf(
  { pack, job, style, copy }: Draft,
  size: Size,
  { perSheet = 1, small = false, twoSided }: PageNeeds,
  edges: { bound: boolean; bleed: number },
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
    ...(copy && { copy: copy.footer }),
    at: copy?.at ?? pack.about.places['title'] ?? pack.about.at,
    perSheet,
    ...edges,
  });
}
