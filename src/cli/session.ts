import { readFileSync } from 'node:fs';
import type { BuildOptions, PackSource, Shelf } from '../build.ts';
import { printReport } from '../diagnostics/print-report.ts';
import type { Report } from '../diagnostics/report.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { readFonts } from '../files/read-fonts.ts';
import { readPackSources, readShelf } from '../files/read-sources.ts';
import { createFontBook } from '../fonts/font-book.ts';
import { PAPERS } from '../pages/paper.ts';

/** What commands that print packs have in common. */
export interface Session {
  readonly packs: readonly PackSource[];
  readonly shelf: Shelf;
  readonly options: BuildOptions;
}

/** Reads what a command needs. @returns undefined after reporting what is wrong with it */
export function openSession(
  packs: readonly string[],
  flags: Record<string, unknown>,
  report: Report,
): Session | undefined {
  const paper = flags['paper'] === undefined ? undefined : String(flags['paper']);
  if (!isPaper(paper, report)) return undefined;
  const sources = readPackSources(
    packs.map((pack) => pack.replace(/\/+$/, '')),
    'content',
    report,
  );
  const shelf = readShelf(report);
  const products = flags['product'] === undefined ? [] : [flags['product']].flat().map(String);
  return {
    packs: sources,
    shelf,
    options: {
      fonts: createFontBook(readFonts()),
      products,
      keep: flags['keep'] === true,
      ...(paper !== undefined && { paper }),
      ...(flags['style'] !== undefined && { style: String(flags['style']) }),
      ...epochDate(),
    },
  };
}

/** Whether a paper's name, if any is given, is known; reports one that is not. */
export function isPaper(paper: string | undefined, report: Report): boolean {
  const names = PAPERS.map((known) => known.name);
  if (paper === undefined || names.includes(paper)) return true;
  report.add(
    'paper-unknown',
    { file: '--paper', line: 1, column: 1 },
    `There is no paper “${paper}”.`,
    suggest(paper, names),
  );
  return false;
}

/** The text of a file that a diagnostic names, if it can be read. */
export function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** The date that PDFs are to carry, if the environment says one. */
export function epochDate(): { date?: Date } {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  return epoch !== undefined && /^\d+$/.test(epoch) ? { date: new Date(Number(epoch) * 1000) } : {};
}

/** How a command speaks. */
export interface Voice {
  /** Nothing but problems. */
  readonly quiet: boolean;
  /** One JSON object on standard output, and nothing else. */
  readonly json: boolean;
}

export const voiceOf = (flags: Record<string, unknown>): Voice => ({
  quiet: flags['quiet'] === true,
  json: flags['json'] === true,
});

/** A PDF that was written. */
export interface WrittenFile {
  readonly path: string;
  readonly pages: number;
  readonly bytes: number;
}

/** Says what was written and what was found. @returns the exit code */
export function closeSession(report: Report, voice: Voice, files: readonly WrittenFile[] = []): number {
  if (voice.json) {
    process.stdout.write(`${JSON.stringify({ files, diagnostics: report.diagnostics }, null, 2)}\n`);
    return report.failed() ? 1 : 0;
  }
  if (!voice.quiet && files.length > 0) process.stdout.write(table(files));
  if (report.diagnostics.length > 0) {
    const colour = process.stderr.isTTY === true;
    process.stderr.write(`${printReport(report.diagnostics, { colour, ...(colour && { textOf }) })}\n`);
  }
  return report.failed() ? 1 : 0;
}

/** File, pages and size, in columns. */
function table(files: readonly WrittenFile[]): string {
  const rows = files.map(({ path, pages, bytes }) => [
    path,
    `${pages} ${pages === 1 ? 'page' : 'pages'}`,
    `${Math.ceil(bytes / 1024)} kB`,
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map(
      ([path, pages, size]) =>
        `${path!.padEnd(widths[0]!)}  ${pages!.padStart(widths[1]!)}  ${size!.padStart(widths[2]!)}\n`,
    )
    .join('');
}
