import { append } from '../diagnostics/collections/append.ts';
import type { Report } from '../diagnostics/report.ts';
import { filesBeside } from './files-beside.ts';
import type { BuildOptions, PackSource, TemplateSet } from './jobs/build-options.ts';
import { type LaidDraft, layOutPack } from './jobs/lay-out-pack.ts';
import { reportOfPack } from './jobs/report-of-pack.ts';
import { readerForBuild } from './read-back/reader-for-build.ts';

/** A file to write, below the output folder. */
export interface BuiltFile {
  readonly path: string;
  /** The name of what it prints, the same whatever options add to its path. */
  readonly of: string;
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
    const built: BuiltFile[] = [];
    for await (const file of buildPack(source, templates, options, packReport)) built.push(file);
    report.merge(packReport);
    options.onPack?.(source.id, !packReport.failed());
    if (!packReport.failed()) append(files, built);
  }
  return files;
}

/**
 * Prints the files of one pack, one after another, so that none has to wait in memory for the last. They are good only if
 * the report has no errors after the last of them.
 */
export async function* buildPack(
  source: PackSource,
  templates: TemplateSet,
  options: BuildOptions,
  report: Report,
): AsyncGenerator<BuiltFile> {
  // Draft and lay out all.
  const laid = layOutPack(source, templates, options, report);
  if (report.failed()) return;

  // Print each, and read it back. PDFKit is imported here, so that `check` does not wait for it.
  const { pagePainter } = await import('./jobs/page-painter.ts');
  const paint = pagePainter(options, report);
  const drafts = laid.map(({ draft }) => draft);
  const partials = [...source.templates.partials, ...templates.partials];
  const reader = await readerForBuild(drafts, partials, options, report);
  for (const [index, file] of laid.entries()) {
    const { draft } = file;
    const { pages, bytes } = await paint(file);
    await reader.read(draft, pages, bytes);
    const of = draft.job.name;
    yield { path: `${draft.name}.pdf`, of, bytes, pages: pages.pages.length };
    for (const beside of filesBeside(file, pages, options)) yield { ...beside, of };
    options.onProgress?.(index + 1, laid.length, draft.name);
  }

  // Compare all with their sources and with one another.
  reader.compare();
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
