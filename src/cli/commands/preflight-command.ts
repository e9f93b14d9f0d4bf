import { createReport, type Report } from '../../diagnostics/report.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import { mm } from '../../pages/length.ts';
import type { Box } from '../../pages/page.ts';
import { PAPER_SIZES, paperSizeNamed } from '../../pages/paper-size.ts';
import { ANY_FILE, type Expected, PROFILES } from '../../pdf/preflight/check.ts';
import { preflight } from '../../pdf/preflight/preflight.ts';
import type { JudgedFile } from '../../pdf/preflight/print-findings.ts';
import { LARGEST_PDF, readPdf } from '../../pdf/reading/read-pdf.ts';
import { readBytes } from '../files/read-bytes.ts';
import { fileText, finish, outputOf } from '../output.ts';
import { showFindings } from './show-findings.ts';

/** `studypack preflight`: finished PDFs, ours or anybody's, read back and judged. */
export async function preflightCommand(
  paths: readonly string[],
  flags: Record<string, unknown>,
): Promise<number> {
  const report = createReport(fileText);
  const output = outputOf(flags);
  const expected = expectedBy(flags, report);
  if (!expected) return finish(report, output);
  const judged: JudgedFile[] = [];
  for (const path of paths) {
    const bytes = readBytes(path, LARGEST_PDF, report);
    const pdf = bytes && (await readPdf(path, bytes, report));
    if (!pdf) continue;
    const first = pdf.pages[0]!;
    const cells = cellsBy(flags['cells'], first.width, first.height);
    judged.push({
      path,
      pages: pdf.pages.length,
      findings: preflight(pdf, { ...expected, ...(cells && { cells }) }),
    });
  }
  const code = finish(report, output, [], { preflight: judged });
  // Where no file could be read, there is nothing to say of any.
  if (!output.json && judged.length > 0) {
    showFindings(judged, output);
    if (!output.quiet)
      process.stdout.write(
        'Whether all words of a source are there was not checked: that takes the source.\n',
      );
  }
  return judged.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? 1 : code;
}

/** What the flags say that files are. @returns undefined after reporting a flag that says nothing */
function expectedBy(flags: Record<string, unknown>, report: Report): Expected | undefined {
  const text = (name: 'size' | 'profile' | 'bleed' | 'duplex' | 'cells') =>
    flags[name] === undefined ? undefined : String(flags[name]);
  const refuse = (name: string, message: string, hint?: string) =>
    report.add('flag-malformed', { file: `--${name}`, line: 1, column: 1 }, message, hint);
  const written = text('size');
  const size = written === undefined ? undefined : sizeNamed(written);
  if (written !== undefined && !size)
    refuse(
      'size',
      `“${written}” is no size of paper.`,
      `Write ${PAPER_SIZES.map(({ name }) => name).join(', ')}, or width x height in millimetres: 210x297.`,
    );
  const profile = PROFILES.find((known) => known === (text('profile') ?? 'school'));
  if (!profile)
    refuse('profile', `There is no print profile “${text('profile')}”.`, suggest(text('profile')!, PROFILES));
  const bleed = Number(text('bleed') ?? 0);
  if (!(bleed >= 0 && bleed <= 50))
    refuse('bleed', `“${text('bleed')}” is no number of millimetres.`, 'Write one like 3.');
  const duplex = (['long-edge', 'short-edge'] as const).find((edge) => edge === text('duplex'));
  if (text('duplex') !== undefined && !duplex)
    refuse('duplex', `There is no edge “${text('duplex')}”.`, 'Write long-edge or short-edge.');
  const cells = text('cells');
  if (cells !== undefined && !GRID.test(cells))
    refuse('cells', `“${cells}” is no grid.`, 'Write columns x rows: 2x4.');
  if (report.failed()) return undefined;
  return {
    ...ANY_FILE,
    profile: profile!,
    bleed: mm(bleed),
    ...(size && { size }),
    ...(duplex && { duplex }),
    backs: flags['backs'] === true,
    copies: flags['copies'] === true,
  };
}

const GRID = /^[1-9]\d?x[1-9]\d?$/;

function sizeNamed(written: string): { width: number; height: number } | undefined {
  const known = paperSizeNamed(written.toLowerCase());
  const [, width, height] = /^(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)(?:mm)?$/i.exec(written) ?? [];
  return known ?? (width && height ? { width: mm(Number(width)), height: mm(Number(height)) } : undefined);
}

/** The page divided evenly. */
function cellsBy(written: unknown, width: number, height: number): Box[] | undefined {
  if (written === undefined) return undefined;
  const [columns, rows] = String(written).split('x').map(Number) as [number, number];
  return Array.from({ length: columns * rows }, (_, place) => ({
    x: ((place % columns) * width) / columns,
    y: (Math.floor(place / columns) * height) / rows,
    width: width / columns,
    height: height / rows,
  }));
}
