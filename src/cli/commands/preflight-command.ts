import * as z from 'zod';
import { suggest } from '../../diagnostics/suggest.ts';
import { mm } from '../../pages/length.ts';
import type { Box } from '../../pages/page.ts';
import { PAPER_SIZES, paperSizeNamed } from '../../pages/paper-size.ts';
import { ANY_FILE, type Expected, PROFILES } from '../../pdf/preflight/check.ts';
import { preflight } from '../../pdf/preflight/preflight.ts';
import type { JudgedFile } from '../../pdf/preflight/print-findings.ts';
import { LARGEST_PDF, readPdf } from '../../pdf/reading/read-pdf.ts';
import { command } from '../command.ts';
import { readBytes } from '../files/reading/read-bytes.ts';
import { choiceFlag, convertedFlag, Refusal, switchFlag } from '../flags.ts';
import { showFindings } from '../printing/show-findings.ts';

const malformed = (message: string, hint?: string) => new Refusal(message, hint, 'flag-malformed');

const sizeFlag = convertedFlag(
  {
    value: 'size',
    help: 'Paper size to expect: a4, letter, a5, or width x height in mm, such as 210x297; by default any',
  },
  (written) =>
    sizeNamed(written) ??
    malformed(
      `“${written}” is not a paper size.`,
      `Write ${PAPER_SIZES.map(({ name }) => name).join(', ')}, or width x height in millimetres: 210x297.`,
    ),
);

const bleedFlag = convertedFlag(
  { value: 'mm', help: 'Width of the bleed to expect, in millimetres; by default 0' },
  (written): number | Refusal => {
    const width = Number(written);
    return width >= 0 && width <= 50
      ? width
      : malformed(`“${written}” is not a number of millimetres.`, 'Write a number such as 3.');
  },
);

const gridFlag = convertedFlag(
  { value: 'grid', help: 'Grid of cards or pages on each sheet, as columns x rows, such as 2x4' },
  (written): { columns: number; rows: number } | Refusal => {
    const [, columns, rows] = /^([1-9]\d?)x([1-9]\d?)$/.exec(written) ?? [];
    return columns !== undefined && rows !== undefined
      ? { columns: Number(columns), rows: Number(rows) }
      : malformed(`“${written}” is not a grid.`, 'Write columns x rows: 2x4.');
  },
);

const flags = z.object({
  size: sizeFlag.optional(),
  profile: choiceFlag(PROFILES, { value: 'name', help: 'Check for this kind of printing' }, (written) =>
    malformed(`There is no print profile “${written}”.`, suggest(written, PROFILES)),
  ).default('school'),
  bleed: bleedFlag.optional(),
  duplex: choiceFlag(
    ['long-edge', 'short-edge'],
    { value: 'edge', help: 'Check for printing on both sides, with sheets flipped on this edge' },
    (written) => malformed(`There is no edge “${written}”.`, 'Write long-edge or short-edge.'),
  ).optional(),
  cells: gridFlag.optional(),
  backs: switchFlag('With --cells and --duplex: even pages are the backs of odd pages'),
  copies: switchFlag('The file contains several copies, each starting on the front of a sheet'),
});

/** `studypack preflight`: reads finished PDFs back, from this program or another, and checks them for print. */
export const preflightCommand = command({
  arguments: '<...files>',
  flags,
  examples: [
    'preflight worksheet.pdf --size a4 --duplex long-edge',
    'preflight cards.pdf --size a4 --duplex long-edge --cells 2x4 --backs',
  ],
  async run({ files }, options, { report, output, finish }) {
    const expected = expectedFiles(options);
    const judged: JudgedFile[] = [];
    for (const path of files) {
      const bytes = readBytes(path, LARGEST_PDF, report);
      const pdf = bytes && (await readPdf(path, bytes, report));
      if (!pdf) continue;
      const cells = options.cells && cellsOf(options.cells, pdf.pages[0]!);
      judged.push({
        path,
        pages: pdf.pages.length,
        findings: preflight(pdf, { ...expected, ...(cells && { cells }) }),
      });
    }
    const code = finish([], { preflight: judged });
    if (!output.json && judged.length > 0) {
      showFindings(judged, output);
      output.say('Not checked: whether any words are missing. That needs the source of the PDF.\n');
    }
    return judged.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? 1 : code;
  },
});

const expectedFiles = ({
  size,
  profile,
  bleed = 0,
  duplex,
  backs,
  copies,
}: z.output<typeof flags>): Expected => ({
  ...ANY_FILE,
  profile,
  bleed: mm(bleed),
  ...(size && { size }),
  ...(duplex && { duplex }),
  backs,
  copies,
});

/** A paper by its name, or by width x height in millimetres. */
function sizeNamed(written: string): { width: number; height: number } | undefined {
  const known = paperSizeNamed(written.toLowerCase());
  const [, width, height] = /^(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)(?:mm)?$/i.exec(written) ?? [];
  return known ?? (width && height ? { width: mm(Number(width)), height: mm(Number(height)) } : undefined);
}

/** Divides a page evenly into the cells of a grid. */
const cellsOf = (
  { columns, rows }: { columns: number; rows: number },
  { width, height }: { readonly width: number; readonly height: number },
): Box[] =>
  Array.from({ length: columns * rows }, (_, place) => ({
    x: ((place % columns) * width) / columns,
    y: (Math.floor(place / columns) * height) / rows,
    width: width / columns,
    height: height / rows,
  }));
