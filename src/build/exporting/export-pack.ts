import { append } from '../../diagnostics/collections/append.ts';
import { flagPlace } from '../../diagnostics/flag-place.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Loss } from '../../exchange/losses/loss.ts';
import type { FileOut, FormatOut } from '../../exchange/out/format-out.ts';
import type { BuildOptions, PackSource, TemplateSet } from '../jobs/build-options.ts';
import type { PackDraft } from '../jobs/draft.ts';
import { draftJob } from '../jobs/draft-job.ts';
import { type OpenPack, openPack } from '../jobs/opening/open-pack.ts';
import { packOutOf } from './pack-out-of.ts';
import { productOutOf } from './product-out-of.ts';

/** A file in another format, below the output folder. */
export interface ExportedFile extends FileOut {
  /** With `/`. */
  readonly path: string;
  /** What it is, as a sentence calls it. */
  readonly title: string;
}

/**
 * Exports a pack in formats that share a name. Everything of the pack is checked first that does not depend on pages.
 * @param options `products`: the product to export; empty for formats that export none
 * @returns an empty list, after diagnostics, if anything is wrong
 */
export async function exportPack(
  source: PackSource,
  templates: TemplateSet,
  formats: readonly FormatOut[],
  options: BuildOptions,
  report: Report,
): Promise<ExportedFile[]> {
  const open = openPack(source, templates, options, report);
  if (open) refusePrintList(open, options, report);
  const drafts = open && draftAll(open, options, report);
  if (!open || !drafts || report.failed()) return [];
  const files: ExportedFile[] = [];
  for (const format of formats) append(files, await exportIn(format, open, drafts, options));
  const isEmpty = files.every(({ count = 1 }) => count === 0);
  if (isEmpty) reportEmpty(formats, open, options, report);
  // Of formats that share a name, those are left out for which the pack has nothing.
  const kept = isEmpty ? [] : files.filter(({ count }) => count !== 0);
  for (const { losses, title } of kept) for (const loss of losses) reportLoss(loss, title, report);
  return kept;
}

/** Reports a print list as the product to export: it is about the pages of all others. */
function refusePrintList({ jobs }: OpenPack, { products }: BuildOptions, report: Report): void {
  const list = jobs.find(({ product }) => product.settings['print-list'] && products.includes(product.name));
  if (list)
    report.add(
      'export-refused',
      flagPlace('--product'),
      `“${list.product.name}” lists printed pages, so it cannot be exported.`,
      'Choose another product (see `studypack list`), or print it: studypack build',
    );
}

/** Drafts the files of the product or, where there is none, of all products: that checks every text of the pack. */
function draftAll(open: OpenPack, options: BuildOptions, report: Report): PackDraft[] {
  const jobs = open.jobs.filter(({ product }) => !product.settings['print-list']);
  return jobs.flatMap((job) => draftJob(open, job, options, report) ?? []);
}

async function exportIn(
  format: FormatOut,
  open: OpenPack,
  drafts: readonly PackDraft[],
  { fonts }: BuildOptions,
): Promise<ExportedFile[]> {
  const { title, extension } = format;
  const { id } = open.pack;
  if (format.exports !== 'product') {
    const write = await format.load();
    return [{ ...(await write(packOutOf(open))), title, path: `${id}/${id}${extension}` }];
  }
  const write = await format.load();
  const files: ExportedFile[] = [];
  for (const draft of drafts.filter(({ blocks }) => blocks.length > 0))
    files.push({ ...(await write(productOutOf(draft, fonts))), title, path: `${draft.name}${extension}` });
  return files;
}

function reportEmpty(
  formats: readonly FormatOut[],
  { pack: { about } }: OpenPack,
  { products }: BuildOptions,
  report: Report,
): void {
  const [product] = products;
  const things = [...new Set(formats.map(({ exports }) => exports))].join(' and no ');
  report.add(
    'nothing-to-print',
    about.at,
    product === undefined
      ? `This pack has no ${things} to export.`
      : `This pack has nothing for the product “${product}”.`,
    'Add what it exports: see docs/authoring/exporting.md.',
  );
}

/** A loss is a warning: the file is written all the same. Those of one kind are shown as one. */
function reportLoss({ what, text, at }: Loss, title: string, report: Report): void {
  const words = text.replace(/\s+/g, ' ').trim();
  const subject =
    words === '' ? undefined : `“${words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words}”`;
  report.add(
    'export-loss',
    at,
    `Not carried over to ${title}: ${what}${subject === undefined ? '' : `: ${subject}`}.`,
    undefined,
    undefined,
    subject === undefined ? what : { kind: what, subject },
  );
}

/** The letters of a text that a message shows. */
const SHOWN = 60;
