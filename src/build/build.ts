import { append } from '../diagnostics/collections/append.ts';
import type { Report } from '../diagnostics/report.ts';
import { describePages } from '../pages/describe-pages.ts';
import type { Laid } from '../pages/laid.ts';
import { forPrinting } from '../pdf/inks/for-printing.ts';
import { checkPrinted } from '../templates/check-printed.ts';
import { documentTitle } from '../templates/plan-jobs.ts';
import { isReadBack } from '../templates/readers.ts';
import type { BuildOptions, PackSource, TemplateSet } from './jobs/build-options.ts';
import { documentInfo } from './jobs/document-info.ts';
import { draftJob, type OpenPack, openPack } from './jobs/draft-job.ts';
import { ENTRY_KINDS } from './jobs/entry-kinds.ts';
import { type Draft, layOutDraft } from './jobs/lay-out-draft.ts';
import { reportOfPack } from './jobs/report-of-pack.ts';
import type { PrintList } from './print-list/print-list.ts';
import { printListContext } from './print-list/print-list-context.ts';
import { printListOf } from './print-list/print-list-of.ts';

/** A file to write, below the output folder. */
interface BuiltFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** How many pages, for a PDF. */
  readonly pages?: number;
}

/**
 * Everything that is printed of some packs: files → Pack → Markdown → blocks → pages → sheets → PDF → files. A pack with
 * an error is left out, whole; the others are printed.
 * @returns files below the output folder; what was wrong is in the report
 */
export async function build(
  packs: readonly PackSource[],
  templates: TemplateSet,
  options: BuildOptions,
  report: Report,
): Promise<BuiltFile[]> {
  const files: BuiltFile[] = [];
  for (const source of packs) {
    const packReport = reportOfPack(source, report);
    const built = await buildPack(source, templates, options, packReport);
    report.merge(packReport);
    options.onPack?.(source.id, !packReport.failed());
    if (!packReport.failed()) append(files, built);
  }
  return files;
}

/** All files of one pack. */
async function buildPack(
  source: PackSource,
  templates: TemplateSet,
  options: BuildOptions,
  report: Report,
): Promise<BuiltFile[]> {
  const laid = layOutPack(source, templates, options, report);
  if (report.failed()) return [];
  // Imported here, so that `check` does not wait for PDFKit.
  const { paint } = await import('../pdf/painting/paint.ts');
  const files: BuiltFile[] = [];
  const finish = forPrinting(options);
  const isRead = options.onPreflight !== undefined || laid.some(({ draft }) => isReadBack(draft.job));
  const partials = [...source.templates.partials, ...templates.partials];
  const reader = isRead
    ? (await import('./read-back/open-reader.ts')).openReader(partials, report)
    : undefined;
  for (const { draft, pages: drafted, printList } of laid) {
    const pages = await finish(drafted, report);
    const { pack, job } = draft;
    const info = documentInfo(pack, documentTitle(pack, job), options);
    const path = `${job.name}.pdf`;
    const bytes = paint(pages, options.fonts, info);
    files.push({ path, bytes, pages: pages.pages.length });
    const read =
      reader && (options.onPreflight || isReadBack(job)) ? await reader.read(draft, bytes) : undefined;
    if (read && options.onPreflight) {
      const { preflightDraft } = await import('./read-back/preflight-draft.ts');
      options.onPreflight(path, pages.pages.length, preflightDraft(draft, pages, read, options, report));
    }
    if (printList) files.push({ path: `${job.name}.json`, bytes: new TextEncoder().encode(json(printList)) });
    options.onProgress?.(files.filter((file) => file.pages !== undefined).length, laid.length, job.name);
    if (options.keep) append(files, stages(draft, pages));
  }
  reader?.compare();
  return files;
}

/** A file that is laid out; for a print list also what it says. */
interface LaidDraft {
  readonly draft: Draft;
  readonly pages: Laid;
  readonly printList?: PrintList;
}

/** The same up to the pages, with every check on the way: what `check` does. */
export function layOutAll(
  packs: readonly PackSource[],
  templates: TemplateSet,
  options: BuildOptions,
  report: Report,
): LaidDraft[] {
  return packs.flatMap((source) => {
    const packReport = reportOfPack(source, report);
    const laid = layOutPack(source, templates, options, packReport);
    report.merge(packReport);
    return packReport.failed() ? [] : laid;
  });
}

/** The pages of one pack; its print lists come last. */
function layOutPack(
  source: PackSource,
  templates: TemplateSet,
  options: BuildOptions,
  report: Report,
): LaidDraft[] {
  const { open, drafts } = draftPack(source, templates, options, report);
  if (report.failed()) return [];
  const laid = drafts.map((draft): LaidDraft => ({ draft, pages: layOutDraft(draft, options, report) }));
  const printLists = layOutPrintLists(open, laid, options, report);
  // What was laid out only for a print list to name is not printed.
  const isRequested = ({ draft }: LaidDraft) =>
    options.products.length === 0 || options.products.includes(draft.job.product.name);
  return [...laid, ...printLists].filter(isRequested);
}

function draftPack(
  source: PackSource,
  templates: TemplateSet,
  options: BuildOptions,
  report: Report,
): { open: OpenPack | undefined; drafts: readonly Draft[] } {
  const open = openPack(source, templates, options.products, report);
  if (!open) return { open, drafts: [] };
  const jobs = open.jobs.filter(({ product }) => !product.settings['print-list']);
  const drafted = jobs.flatMap((job) => draftJob(open, job, options, report) ?? []);
  // Only all products together can tell what none of them prints.
  if (options.products.length === 0 && !report.failed())
    checkPrinted(
      open.pack,
      ENTRY_KINDS,
      drafted.map(({ filled }) => filled.origins),
      report,
    );
  // A product that finds nothing of its kind in a pack prints nothing.
  return { open, drafts: drafted.filter(({ blocks }) => blocks.length > 0) };
}

/** The print lists of a pack, on sheets of their own, whatever is done with the files that they tell of. */
function layOutPrintLists(
  open: OpenPack | undefined,
  laid: readonly LaidDraft[],
  { impose: _, ...options }: BuildOptions,
  report: Report,
): LaidDraft[] {
  const jobs = open?.jobs.filter(({ product }) => product.settings['print-list']) ?? [];
  if (!open || jobs.length === 0 || laid.length === 0) return [];
  const printed = laid.map(({ draft, pages }) => ({ job: draft.job, laid: pages }));
  const printList = printListOf(open.pack, printed, options, report);
  return jobs.flatMap((job): LaidDraft[] => {
    const draft = draftJob(
      open,
      job,
      { ...options, extraContext: { printList: printListContext(printList) } },
      report,
    );
    return draft && draft.blocks.length > 0
      ? [{ draft, printList, pages: layOutDraft(draft, options, report) }]
      : [];
  });
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** Every stage of one file as a file of its own, for whoever wants to see where a page went wrong. */
function stages({ pack, job, filled, blocks }: Draft, pages: Laid): BuiltFile[] {
  const texts = {
    'pack.json': json(pack),
    'filled.md': filled.text,
    'blocks.json': json(blocks),
    'pages.txt': describePages(pages),
  };
  return Object.entries(texts).map(([name, text]) => ({
    path: `${job.name}.${name}`,
    bytes: new TextEncoder().encode(text),
  }));
}
