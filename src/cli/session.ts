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
  if (paper !== undefined && !PAPERS.some((known) => known.name === paper)) {
    const names = PAPERS.map((known) => known.name);
    report.add(
      'paper-unknown',
      { file: '--paper', line: 1, column: 1 },
      `There is no paper “${paper}”.`,
      suggest(paper, names),
    );
    return undefined;
  }
  const sources = readPackSources(
    packs.map((pack) => pack.replace(/\/+$/, '')),
    'content',
    report,
  );
  const shelf = readShelf(report);
  const products = flags['product'] === undefined ? [] : [flags['product']].flat().map(String);
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  return {
    packs: sources,
    shelf,
    options: {
      fonts: createFontBook(readFonts()),
      products,
      keep: flags['keep'] === true,
      ...(paper !== undefined && { paper }),
      ...(flags['style'] !== undefined && { style: String(flags['style']) }),
      ...(epoch !== undefined && /^\d+$/.test(epoch) && { date: new Date(Number(epoch) * 1000) }),
    },
  };
}

/** The text of a file that a diagnostic names, if it can be read. */
export function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Prints what was found. @returns the exit code */
export function closeSession(report: Report): number {
  if (report.diagnostics.length > 0) {
    const colour = process.stderr.isTTY === true;
    process.stderr.write(`${printReport(report.diagnostics, { colour, ...(colour && { textOf }) })}\n`);
  }
  return report.failed() ? 1 : 0;
}
