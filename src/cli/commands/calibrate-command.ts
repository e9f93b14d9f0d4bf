import { basename, dirname } from 'node:path';
import { printDocument } from '../../build/print-document.ts';
import { createReport } from '../../diagnostics/report.ts';
import { calibrationSheet } from '../../layout/sheets/calibration-sheet.ts';
import { createFontBook } from '../../pages/fonts/font-book.ts';
import { readFonts } from '../files/read-fonts.ts';
import { readTemplateSet } from '../files/read-sources.ts';
import { writeFiles } from '../files/write-files.ts';
import { fileText, finish, outputOf } from '../output.ts';
import { epochDate, readPaperFlag } from '../session.ts';
import { keepMeasured } from './keep-measured.ts';

const SHEET = `---
lang: en-GB
---
# Duplex test sheet

This sheet is for {way}, turned about the {edge}. Print it on both sides, at actual size, and hold it
against a window with this side towards you. A long cross on the back shines through the scale in the middle.

See where the middle of that cross lies on the scale, whose steps are 1 mm, the long ones 5 mm: so many millimetres to the
right of the middle, and so many below it. To the left, and above, count with a minus. Keep what you measure:

~~~
studypack calibrate --printer office --right=1.5 --down=-0.5
~~~

and print cards and booklets with \`studypack build --printer office\`.

~~~new-page
{}
~~~

## Back

This is the back. Measure on the front.
`;

/** `studypack calibrate`: a test sheet to measure a printer by, or, with `--printer`, what was measured. */
export async function calibrateCommand(flags: Record<string, unknown>): Promise<number> {
  const report = createReport(fileText);
  const output = outputOf(flags);
  const edge = oneOf(['long-edge', 'short-edge'], flags['duplex'] ?? 'long-edge');
  const orientation = oneOf(['portrait', 'landscape'], flags['orientation'] ?? 'portrait');
  if (!edge || !orientation) return wrongWords(flags);
  if (flags['printer'] !== undefined) return keepMeasured(String(flags['printer']), flags);
  if (flags['right'] !== undefined || flags['down'] !== undefined) return noPrinter(flags);
  const paper = readPaperFlag({ paper: 'a4', ...flags }, report);
  const dated = epochDate(report);
  if (!paper || report.failed()) return finish(report, output);
  const options = { fonts: createFontBook(readFonts()), ...paper, orientation, ...dated };
  const text = SHEET.replace('{edge}', edge.replace('-', ' ')).replace('{way}', WAYS[orientation]);
  const file = { path: 'calibration.md', text, pictures: [] };
  const printed = await printDocument(file, readTemplateSet(report), options, report, (laid) =>
    calibrationSheet(laid, edge),
  );
  if (!printed) return finish(report, output);
  const out = String(flags['out'] ?? 'calibration.pdf');
  const written = writeFiles(dirname(out), [{ path: basename(out), bytes: printed.bytes }], report);
  const files = written.map((path) => ({ path, pages: printed.pages, bytes: printed.bytes.length }));
  return finish(report, output, files);
}

const WAYS = { portrait: 'paper that stands', landscape: 'paper that lies' } as const;

const oneOf = <W extends string>(words: readonly W[], written: unknown): W | undefined =>
  words.find((word) => word === written);

function wrongWords({ duplex, orientation }: Record<string, unknown>): number {
  const said = [
    duplex !== undefined && `--duplex ${duplex}`,
    orientation !== undefined && `--orientation ${orientation}`,
  ];
  process.stderr.write(
    `${said.filter(Boolean).join(' ')}: the edge is long-edge or short-edge, the paper portrait or landscape.\n`,
  );
  return 2;
}

function noPrinter(flags: Record<string, unknown>): number {
  const said = (['right', 'down'] as const).filter((way) => flags[way] !== undefined);
  const measured = said.map((way) => `--${way}=${flags[way]}`).join(' ');
  process.stderr.write(
    `${measured}: say which printer that was measured of: studypack calibrate --printer office ${measured}\n`,
  );
  return 2;
}
