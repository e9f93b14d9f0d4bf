import { append } from '../diagnostics/collections/append.ts';
import type { Report } from '../diagnostics/report.ts';
import { forPrinting } from '../pdf/inks/for-printing.ts';
import { filesBeside } from './files-beside.ts';
import type { BuildOptions, PackSource, TemplateSet } from './jobs/build-options.ts';
import { documentInfo } from './jobs/document-info.ts';
import { type LaidDraft, layOutPack } from './jobs/lay-out-pack.ts';
import { reportOfPack } from './jobs/report-of-pack.ts';
import { readerForBuild } from './read-back/reader-for-build.ts';

/** A file to write, below the output folder. */
interface BuiltFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Number of pages, for a PDF. */
  readonly pages?: number;
}

/**
 * Prints packs: files → pack → Markdown → blocks → pages → sheets → PDFs. A pack with an error is left out as a whole; the
 * others are printed.
 * @returns files below the output folder; errors are in the report
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

/** Prints all files of one pack. */
async function buildPack(
  source: PackSource,
  templates: TemplateSet,
  options: BuildOptions,
  report: Report,
): Promise<BuiltFile[]> {
  // Draft and lay out all.
  const laid = layOutPack(source, templates, options, report);
  if (report.failed()) return [];

  // Print each, and read it back. PDFKit is imported here, so that `check` does not wait for it.
  const { paint } = await import('../pdf/painting/paint.ts');
  const toInks = forPrinting(options);
  const drafts = laid.map(({ draft }) => draft);
  const partials = [...source.templates.partials, ...templates.partials];
  const reader = await readerForBuild(drafts, partials, options, report);
  const files: BuiltFile[] = [];
  for (const [index, file] of laid.entries()) {
    const { draft } = file;
    const pages = await toInks(file.pages, report);
    const bytes = paint(pages, options.fonts, documentInfo(draft.pack, draft.title, options));
    files.push({ path: `${draft.name}.pdf`, bytes, pages: pages.pages.length });
    append(files, filesBeside(file, pages, options));
    await reader.read(draft, pages, bytes);
    options.onProgress?.(index + 1, laid.length, draft.name);
  }

  // Compare all with their sources and with one another.
  reader.compare();
  return files;
}

/** Drafts and lays out all files of packs, with every check on the way: what `check` does. */
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
