import { dayFault } from '../diagnostics/day-text.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { PAPER_SIZES, paperSizeNamed } from '../pages/paper-size.ts';
import { IMPOSITIONS, isImposition } from '../templates/imposition.ts';
import {
  choiceFlag,
  convertedFlag,
  Refusal,
  repeatedFlag,
  switchFlag,
  textFlag,
  wholeNumberFlag,
} from './flags.ts';

const PAPERS = PAPER_SIZES.map(({ name }) => name);

/** The option `--paper`, in capitals or small letters. */
export const paperFlag = (help: string) =>
  convertedFlag({ value: 'name', values: PAPERS, help }, (written): string | Refusal => {
    const name = written.toLowerCase();
    const isKnown = paperSizeNamed(name) !== undefined;
    return isKnown
      ? name
      : new Refusal(`There is no paper “${written}”.`, suggest(written, PAPERS), 'paper-unknown');
  });

export const outFlag = (help: string) => textFlag({ value: 'folder', help }).default('output');

/** The options that choose what to print, on what paper and in which style. */
export const PRODUCT_FLAGS = {
  product: repeatedFlag({ value: 'name', help: 'Make only this product' }),
  paper: paperFlag('Paper to use instead of the product’s').optional(),
  style: textFlag({ value: 'name', help: 'Style to use instead of the product’s' }).optional(),
};

/** The option that arranges pages on sheets. */
export const imposeFlag = convertedFlag(
  { value: 'way', values: IMPOSITIONS, help: 'Arrange pages on sheets' },
  (written): string | Refusal =>
    isImposition(written)
      ? written
      : new Refusal(
          `There is no way “${written}” to put pages on sheets.`,
          suggest(written, IMPOSITIONS),
          'imposition-unknown',
        ),
).optional();

const PROFILES = ['school', 'press'] as const;

/** The options that say what pages are printed on, and with which inks. */
export const PRINTER_FLAGS = {
  impose: imposeFlag,
  printer: textFlag({
    value: 'name',
    help: 'Shift backs by what was measured for this printer (see `studypack calibrate`)',
  }).optional(),
  profile: choiceFlag(
    PROFILES,
    { value: 'name', help: 'Kind of printer, a school’s copier or a printing press' },
    (written) =>
      new Refusal(
        `There is no print profile “${written}”.`,
        written === 'grey' ? 'Write --grey for a file without colour.' : suggest(written, PROFILES),
        'profile-unknown',
      ),
  ).default('school'),
  icc: textFlag({ value: 'file', help: 'ICC profile of the inks, for --profile press' }).optional(),
  grey: switchFlag('Print everything in black and greys'),
};

/** The options for print lists. */
export const CLASS_FLAGS = {
  pupils: wholeNumberFlag(
    { least: 1, most: 1000 },
    { value: 'count', help: 'Number of pupils in the class, for the print list' },
    (written) =>
      new Refusal(
        `“${written}” is not a number of pupils from 1 to 1000.`,
        'For instance: --pupils 28',
        'field-malformed',
      ),
  ).optional(),
  start: convertedFlag(
    { value: 'day', help: 'First day of the schedule, such as 2026-09-07' },
    (written): string | Refusal => {
      const fault = dayFault(written);
      return fault === undefined
        ? written
        : new Refusal(
            `“${written}” is not a day: ${fault}.`,
            'Write year, month and day: --start 2026-09-07',
            'field-malformed',
          );
    },
  ).optional(),
};
