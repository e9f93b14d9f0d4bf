import { basename, dirname } from 'node:path';
import * as z from 'zod';
import { printDocument } from '../../build/print-document.ts';
import { calibrationSheet, SCALE_REACH } from '../../layout/sheets/calibration-sheet.ts';
import { command } from '../command.ts';
import { readTemplateSet } from '../files/read-sources.ts';
import { writeFiles } from '../files/write-files.ts';
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

const EXAMPLE = 'calibrate --printer office --right=1.5 --down=-0.5';

const measuredFlag = (help: string) =>
  convertedFlag({ value: 'mm', help }, (written): number | Refusal => {
    if (!/^-?\d+(\.\d+)?$/.test(written))
      return new Refusal('This is not a number of millimetres.', `Write it like this: studypack ${EXAMPLE}`);
    if (Math.abs(Number(written)) > SCALE_REACH)
      return new Refusal(
        `This is more than the ${SCALE_REACH} mm of the test sheet’s scale.`,
        'Measure again, in millimetres. If the printer is really so far off, adjust its paper tray.',
      );
    return Number(written);
  }).optional();

const printerFlag = convertedFlag(
  { value: 'name', help: 'Save --right and --down for this printer' },
  (written): string | Refusal =>
    /^[a-z0-9-]+$/.test(written)
      ? written
      : new Refusal('The name of a printer has small letters, digits and hyphens only.'),
).optional();

const EDGES = ['long-edge', 'short-edge'] as const;
const ORIENTATIONS = ['portrait', 'landscape'] as const;

/** `studypack calibrate`: prints a test sheet for measuring a printer or, with `--printer`, saves what was measured. */
export const calibrateCommand = command({
  arguments: '',
  flags: z.object({
    paper: paperFlag('Paper of the sheet').default('a4'),
    duplex: choiceFlag(
      EDGES,
      { value: 'edge', help: 'Edge on which the printer turns sheets' },
      () => new Refusal('The edge is long-edge or short-edge.'),
    ).default('long-edge'),
    orientation: choiceFlag(
      ORIENTATIONS,
      { value: 'way', help: 'Orientation of the sheet' },
      () => new Refusal('The orientation is portrait or landscape.'),
    ).default('portrait'),
    out: pdfFlag('The PDF to write').default('calibration.pdf'),
    printer: printerFlag,
    right: measuredFlag('How far backs are to the right of fronts, seen from the front'),
    down: measuredFlag('How far backs are below fronts'),
  }),
  examples: ['calibrate --duplex short-edge', EXAMPLE],
  async run(_, { printer, right, down, duplex, orientation, ...flags }, run) {
    const { report, finish } = run;
    const given = Object.entries({ right, down }).filter(([, value]) => value !== undefined);
    const measured = given.map(([name, value]) => `--${name}=${value}`).join(' ');
    if (printer !== undefined && measured === '')
      throw new WrongUsage(
        `Say what was measured, with --right, --down or both.\nWrite it like this: studypack ${EXAMPLE}`,
      );
    if (printer !== undefined) return keepMeasured(printer, { right, down }, run);
    if (measured !== '')
      throw new WrongUsage(
        `${measured}: say which printer that was measured of: studypack calibrate --printer office ${measured}`,
      );
    const options = readPrintOptions(flags, report);
    if (!options || report.failed()) return finish();
    const text = SHEET.replace('{edge}', duplex.replace('-', ' ')).replace('{way}', WAYS[orientation]);
    const file = { path: 'calibration.md', text, pictures: [] };
    const printed = await printDocument(
      file,
      readTemplateSet(report),
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
const WAYS = { portrait: 'paper that stands', landscape: 'paper that lies' } as const;
