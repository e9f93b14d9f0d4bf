import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { createReport, type Report } from '../../diagnostics/report.ts';
import { hasColour } from '../../pages/has-colour.ts';
import type { Laid } from '../../pages/laid.ts';
import { type LeftOut, lackingFor } from '../../templates/lacking-for.ts';
import { isInGrey } from '../../templates/plan-jobs.ts';
import type { PrintList } from '../print-list/print-list.ts';
import { printListContext } from '../print-list/print-list-context.ts';
import { printListOf } from '../print-list/print-list-of.ts';
import type { BuildOptions, PackSource, TemplateSet } from './build-options.ts';
import { checkAllPrinted } from './check-all-printed.ts';
import type { PackDraft } from './draft.ts';
import { draftJob } from './draft-job.ts';
import { layOutOnce } from './lay-out-once.ts';
import { type OpenPack, openPack } from './opening/open-pack.ts';
import { reportEmpty } from './report-empty.ts';
import { reportUnread } from './report-unread.ts';
import { variantName } from './variant-name.ts';

/** A file that is laid out; for a print list also its data. */
export interface LaidDraft {
  readonly draft: PackDraft;
  readonly pages: Laid;
  /** A hash of everything that its pages are made from; of no use where nothing is remembered. */
  readonly key: string;
  readonly printList?: PrintList;
}

/**
 * Drafts and lays out all files of one pack, with every check on the way; print lists come last.
 * @returns an empty list, after diagnostics, if the pack cannot be drafted
 */
export function layOutPack(
  source: PackSource,
  templates: TemplateSet,
  options: BuildOptions,
  report: Report,
): LaidDraft[] {
  reportUnread(source, report);
  const open = openPack(source, templates, options, report);
  if (!open) return [];
  const { drafts, leftOut } = draftAll(open, options, report);
  if (report.failed()) return [];
  const laid = drafts.map((draft) => layOutNamed(draft, options, report));
  const printLists = layOutPrintLists(open, laid, options, report);
  // Only all products together show what none of them prints.
  if (isWhole(options)) checkAllPrinted(open, [...laid, ...printLists], leftOut, options, report);
  // Files that were laid out only to be named in a print list are not printed.
  const isRequested = ({ draft }: LaidDraft) =>
    options.products.length === 0 || options.products.includes(draft.product);
  if (isWhole(options)) {
    const made = [...laid, ...printLists].map(({ draft }) => draft.job.name);
    options.onPlanned?.([...made, ...open.onRequest.map(({ name }) => name)]);
  }
  return [...laid, ...printLists].filter(isRequested);
}

/** Lays out a file, and adds to its name what is only known then. */
function layOutNamed(draft: PackDraft, options: BuildOptions, report: Report): LaidDraft {
  const { imposed, ...laid } = layOutOnce(draft, options, report);
  const { grey = false, press } = options;
  const name = variantName(draft.name, {
    impose: imposed,
    grey: grey && !isInGrey(draft.job) && hasColour(laid.pages),
    press: press !== undefined,
  });
  return { ...laid, draft: { ...draft, name } };
}

/** Whether all files of a pack are made. */
const isWhole = ({ products, only = [] }: BuildOptions): boolean =>
  products.length === 0 && only.length === 0;

/** All files of a pack but print lists. */
interface Drafts {
  /** Those that are printed. */
  readonly drafts: readonly PackDraft[];
  /** Those of products that the pack has too little for. */
  readonly leftOut: readonly PackDraft[];
}

/** Drafts all files but print lists. */
function draftAll(open: OpenPack, options: BuildOptions, report: Report): Drafts {
  const jobs = open.jobs.filter(({ product }) => !product.settings['print-list']);
  const lacking = lackingIn(open, options);
  const settled = new Set<string>();
  const drafts = jobs.flatMap((job) => {
    const found = report.fork();
    const draft = draftJob(open, job, options, found);
    // What is wrong with a product that is left out is of no use to anybody.
    if (!lacking.has(job.product.name)) report.merge(found);
    if (found.diagnostics.some(saysWhyEmpty)) settled.add(job.product.name);
    return draft ?? [];
  });
  // A product that finds nothing of its kind in a pack prints nothing.
  const filled = drafts.filter(({ blocks }) => blocks.length > 0);
  const silent = reportSchedule(open, drafts, report);
  for (const { product } of [...filled, ...silent]) settled.add(product);
  reportEmpty(open, settled, options, report);
  const isLeftOut = ({ product }: PackDraft) => lacking.has(product);
  const leftOut = filled.filter(isLeftOut);
  for (const product of settled) if (lacking.has(product)) options.onLeftOut?.(lacking.get(product)!);
  return { drafts: filled.filter((draft) => !isLeftOut(draft)), leftOut };
}

/** Whether a finding says why nothing of a file is printed. */
const saysWhyEmpty = ({ code, severity }: Diagnostic): boolean =>
  severity === 'error' || code === 'organiser-entry-left-out';

/**
 * Warns of a schedule that does not say what is read when, where a product that goes by it finds nothing to print.
 * @returns the empty files of such products
 */
function reportSchedule(
  { pack: { entries } }: OpenPack,
  drafts: readonly PackDraft[],
  report: Report,
): readonly PackDraft[] {
  const [first] = entries.schedule;
  const isSilent = entries.schedule.every(({ fields }) => fields.chapters.length === 0);
  if (!first || !isSilent || entries.chapters.length === 0) return [];
  const silent = drafts.filter(
    ({ blocks, job }) => blocks.length === 0 && job.product.settings.least?.kinds.includes('schedule'),
  );
  const [empty] = silent;
  if (empty)
    report.add(
      'schedule-without-chapters',
      first.at,
      `No step of the schedule says which chapters are read, so “${empty.job.product.settings.title}” cannot ask about them.`,
      'Write them below the heading of each step: chapters: [1, 2]',
    );
  return silent;
}

/** The products that a pack has too little for, by their names, unless they were asked for by name. */
function lackingIn({ jobs, pack }: OpenPack, options: BuildOptions): Map<string, LeftOut> {
  const products = new Set(jobs.map(({ product }) => product));
  return new Map(
    [...products].flatMap((product): [string, LeftOut][] => {
      const lacking = options.products.includes(product.name) ? undefined : lackingFor(product, pack);
      return lacking ? [[product.name, lacking]] : [];
    }),
  );
}

/** Thinner documents gain little from being folded, in sheets. */
const THIN = 4;

/** Counts the sheets that a document with a cover, which is for reading, takes as a booklet. */
function sheetsAsBooklet(draft: PackDraft, { pages }: Laid, options: BuildOptions): number | undefined {
  const { cover, 'read-back': readBack } = draft.job.product.settings;
  if (!cover || readBack || draft.imposition || pages.length <= 2 * THIN) return undefined;
  const found = createReport();
  const asked = { ...options, impose: 'booklet', products: [draft.product] };
  const booklet = layOutOnce(draft, asked, found).pages;
  return found.failed() ? undefined : Math.ceil(booklet.pages.length / 2);
}

/** Lays out the print lists of a pack, page by page however the files that they list are imposed. */
function layOutPrintLists(
  open: OpenPack,
  laid: readonly LaidDraft[],
  { impose, ...options }: BuildOptions,
  report: Report,
): LaidDraft[] {
  const jobs = open.jobs.filter(({ product }) => product.settings['print-list']);
  if (jobs.length === 0 || laid.length === 0) return [];
  const printed = laid.map(({ draft, pages }) => ({
    job: draft.job,
    name: draft.name,
    laid: pages,
    booklet: impose ? undefined : sheetsAsBooklet(draft, pages, options),
  }));
  const printList = printListOf(open.pack, printed, options, open.words, report);
  const draftOptions = { ...options, extraContext: { printList: printListContext(printList, open.words) } };
  return jobs
    .flatMap((job) => draftJob(open, job, draftOptions, report) ?? [])
    .filter(({ blocks }) => blocks.length > 0)
    .map((draft) => {
      // It lists files with the names that these options give them, so it is another list.
      const { grey = false, press } = options;
      const name = variantName(draft.name, { impose, grey, press: press !== undefined });
      const { imposed: _, ...laidList } = layOutOnce(draft, options, report);
      return { ...laidList, draft: { ...draft, name }, printList };
    });
}
