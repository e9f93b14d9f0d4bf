import { basename, dirname } from 'node:path';
import * as z from 'zod';
import { printDocument } from '../../build/print-document.ts';
import { calibrationSheet, SCALE_REACH } from '../../layout/sheets/calibration-sheet.ts';
import { command } from '../command.ts';
import { readStylesAndWords } from '../files/reading/read-sources.ts';
import { writeFiles } from '../files/writing/write-files.ts';
import { choiceFlag, convertedFlag, Refusal } from '../flags.ts';
import { paperFlag } from '../print-flags.ts';
import { readPrintOptions } from '../session.ts';
import { WrongUsage } from '../usage.ts';
import { keepMeasured } from './keep-measured.ts';
import { pdfFlag } from './pdf-flag.ts';

const SHEET = `---
lang: en-GB
---
# Duplex test sheet

This sheet is for {way} paper, flipped on the {edge}. Print it on both sides, at actual size. The ruler has to be
100\u00A0mm long: if it is not, the printer scales pages.

Hold the sheet up to a window with this side facing you. A long cross on the back shows through the scale in the middle. Read
where its centre falls. The short lines are 1\u00A0mm apart, the long ones 5\u00A0mm. How far is the cross to the right of the middle,
and how far below it? To the left or above is negative. Save that, and print cards and booklets with the same name:

~~~
studypack calibrate --printer office --right=1.5 --down=-0.5
studypack build --printer office
~~~

~~~new-page
{}
~~~

## Back

This is the back. Measure on the front.
`;

const EXAMPLE = 'calibrate --printer office --right=1.5 --down=-0.5';

const measuredFlag = (help: string) =>
  convertedFlag({ value: 'mm', help }, (written): number | Refusal => {
    if (!/^-?\d+(\.\d+)?$/.test(written))
      return new Refusal('This is not a number of millimetres.', `Write it like this: studypack ${EXAMPLE}`);
    if (Math.abs(Number(written)) > SCALE_REACH)
      return new Refusal(
        `This is off the scale of the test sheet, which reaches ${SCALE_REACH} mm.`,
        'Measure again, in millimetres. If the printer really is that far off, adjust its paper tray.',
      );
    return Number(written);
  }).optional();

const printerFlag = convertedFlag(
  { value: 'name', help: 'Save --right and --down under this name, instead of printing the sheet' },
  (written): string | Refusal =>
    /^[a-z0-9-]+$/.test(written)
      ? written
      : new Refusal('Use only small letters, digits and hyphens in the name of a printer.'),
).optional();

const EDGES = ['long-edge', 'short-edge'] as const;
const ORIENTATIONS = ['portrait', 'landscape'] as const;

/** `studypack calibrate`: prints a test sheet for measuring a printer or, with `--printer`, saves what was measured. */
export const calibrateCommand = command({
  arguments: '',
  flags: z.object({
    paper: paperFlag('Paper size of the sheet').default('a4'),
    duplex: choiceFlag(
      EDGES,
      { value: 'edge', help: 'Edge that the printer flips sheets on' },
      () => new Refusal('Write long-edge or short-edge.'),
    ).default('long-edge'),
    orientation: choiceFlag(
      ORIENTATIONS,
      { value: 'way', help: 'Orientation of the sheet' },
      () => new Refusal('Write portrait or landscape.'),
    ).default('portrait'),
    out: pdfFlag('PDF to write').default('calibration.pdf'),
    printer: printerFlag,
    right: measuredFlag('How far the back is to the right of the front, in millimetres, seen from the front'),
    down: measuredFlag('How far the back is below the front, in millimetres'),
  }),
  examples: ['calibrate --duplex short-edge', EXAMPLE],
  async run(_, { printer, right, down, duplex, orientation, ...flags }, run) {
    const { report, finish } = run;
    const given = Object.entries({ right, down }).filter(([, value]) => value !== undefined);
    const measured = given.map(([name, value]) => `--${name}=${value}`).join(' ');
    if (printer !== undefined && measured === '')
      throw new WrongUsage(
        `No measurements given: add --right, --down or both.\nWrite it like this: studypack ${EXAMPLE}`,
      );
    if (printer !== undefined) return keepMeasured(printer, { right, down }, run);
    if (measured !== '')
      throw new WrongUsage(
        `${measured} needs the name of the printer: studypack calibrate --printer office ${measured}`,
      );
    const options = readPrintOptions(flags, report);
    if (!options || report.failed()) return finish();
    const text = SHEET.replace('{edge}', duplex.replace('-', ' ')).replace('{way}', WAYS[orientation]);
    const file = { path: 'calibration.md', text, readPictures: () => [] };
    const printed = await printDocument(
      file,
      readStylesAndWords(report),
      { ...options, orientation },
      report,
      (laid) => calibrationSheet(laid, duplex),
    );
    if (!printed) return finish();
    const { bytes, pages } = printed;
    const written = writeFiles(dirname(flags.out), [{ path: basename(flags.out), bytes }], report);
    return finish(written.map((path) => ({ path, pages, bytes: bytes.length })));
  },
});

/** The orientations, as the sheet names them. */
const WAYS = { portrait: 'portrait', landscape: 'landscape' } as const;
