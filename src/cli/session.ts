import type { BuildOptions, PackSource, TemplateSet } from '../build/jobs/build-options.ts';
import { isInPack } from '../build/jobs/report-of-pack.ts';
import type { Report } from '../diagnostics/report.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { createFontBook } from '../pages/fonts/font-book.ts';
import { PAPER_SIZES, paperSizeNamed } from '../pages/paper-size.ts';
import { IMPOSITIONS, isImposition } from '../templates/imposition.ts';
import { readClassFlags } from './commands/print-list-options.ts';
import { readInkFlags } from './commands/print-profile.ts';
import { printerNamed } from './files/printers.ts';
import { readPrintersFile } from './files/printers-file.ts';
import { readFonts } from './files/read-fonts.ts';
import { readPackSources, readTemplateSet } from './files/read-sources.ts';

/** What commands that print packs have in common. */
export interface Session {
  readonly packs: readonly PackSource[];
  readonly templates: TemplateSet;
  readonly options: BuildOptions;
}

/** Reads what a command needs. @returns undefined after reporting what is wrong with it */
export function openSession(
  packs: readonly string[],
  flags: Record<string, unknown>,
  report: Report,
): Session | undefined {
  const paper = readPaperFlag(flags, report);
  if (!paper) return undefined;
  const sheets = readSheetFlags(flags, report);
  if (!sheets) return undefined;
  const profile = readInkFlags(flags, report);
  if (!profile) return undefined;
  const sources = readPackSources(
    packs.map((pack) => pack.replace(/\/+$/, '')),
    'content',
    report,
  );
  const templates = readTemplateSet(report);
  const wishes = readClassFlags(flags, report);
  if (!wishes) return undefined;
  const products = flags['product'] === undefined ? [] : [flags['product']].flat().map(String);
  return {
    packs: sources,
    templates: templates,
    options: {
      fonts: createFontBook(readFonts()),
      products,
      keep: flags['keep'] === true,
      ...profile,
      ...wishes,
      ...paper,
      ...sheets,
      ...(flags['style'] !== undefined && { style: String(flags['style']) }),
      ...epochDate(report),
    },
  };
}

/** Whether there is an error that is not about one of the packs alone, so that nothing can be done for any of them. */
export const cannotStart = ({ packs }: Session, report: Report): boolean =>
  report.diagnostics.some(
    (finding) => finding.severity === 'error' && !packs.some((pack) => isInPack(finding, pack)),
  );

/**
 * What `--impose` and `--printer` ask for: how pages are to stand on sheets, and what was measured of the printer.
 * @returns undefined after reporting what is wrong with it
 */
export function readSheetFlags(
  flags: Record<string, unknown>,
  report: Report,
): Pick<BuildOptions, 'impose' | 'offset'> | undefined {
  const written = flags['impose'] === undefined ? undefined : String(flags['impose']);
  if (written !== undefined && !isImposition(written)) {
    report.add(
      'imposition-unknown',
      { file: '--impose', line: 1, column: 1 },
      `There is no way “${written}” to put pages on sheets.`,
      suggest(written, IMPOSITIONS),
    );
    return undefined;
  }
  const printer = flags['printer'] === undefined ? undefined : String(flags['printer']);
  const offset =
    printer === undefined ? undefined : printerNamed(printer, readPrintersFile(process.env), report);
  return { ...(written !== undefined && { impose: written }), ...(offset && { offset }) };
}

/**
 * The name of the paper that `--paper` asks for, in large or small letters.
 * @returns undefined after reporting one that is not known
 */
export function readPaperFlag(
  flags: Record<string, unknown>,
  report: Report,
): { paper?: string } | undefined {
  if (flags['paper'] === undefined) return {};
  const written = String(flags['paper']);
  const paper = written.toLowerCase();
  if (paperSizeNamed(paper)) return { paper };
  const names = PAPER_SIZES.map(({ name }) => name);
  report.add(
    'paper-unknown',
    { file: '--paper', line: 1, column: 1 },
    `There is no paper “${written}”.`,
    suggest(written, names),
  );
  return undefined;
}

/** The last second of the year 9999, the last that a PDF can say. */
const LAST_SECOND = Date.UTC(10000, 0) / 1000 - 1;

/** The date that PDFs are to carry, if the environment says one; reports one that is not a date. */
export function epochDate(report: Report): { date?: Date } {
  const epoch = process.env['SOURCE_DATE_EPOCH'] ?? '';
  if (epoch === '') return {};
  if (/^\d+$/.test(epoch) && Number(epoch) <= LAST_SECOND) return { date: new Date(Number(epoch) * 1000) };
  report.add(
    'option-malformed',
    { file: 'SOURCE_DATE_EPOCH', line: 1, column: 1 },
    `“${epoch}” is not a date in seconds since 1970, up to the year 9999.`,
    'Remove this environment variable, or set it to a whole number such as 1767225600.',
  );
  return {};
}
