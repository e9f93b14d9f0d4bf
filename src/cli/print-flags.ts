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
      : new Refusal(`There is no paper size “${written}”.`, suggest(written, PAPERS), 'paper-unknown');
  });

/** The option that gives the language of a file. */
export const languageFlag = convertedFlag(
  {
    value: 'code',
    help: 'Language of the text, such as de, instead of the file’s own or the one that is found',
  },
  (written): string | Refusal =>
    /^[a-z]{2}(-[A-Z]{2})?$/.test(written)
      ? written
      : new Refusal(`“${written}” is not a language code.`, 'Use a code such as en-GB or de.'),
);

/** The option that adds products that are printed on request only. */
export const allProductsFlag = switchFlag(
  'Print the products too that are printed only on request (see `studypack list`)',
);

/** The option that chooses entries. */
export const onlyFlag = repeatedFlag({
  value: 'id',
  help: 'Theme, character, paper or other entry to print files for, instead of all',
});

export const outFlag = (help: string) => textFlag({ value: 'folder', help }).default('output');

/** The options that choose what to print, on what paper and in which style. */
export const PRODUCT_FLAGS = {
  product: repeatedFlag({
    value: 'name',
    help: 'Product to print, instead of all (see `studypack list`)',
  }),
  paper: paperFlag('Paper size to use instead of the product’s own').optional(),
  style: textFlag({
    value: 'name',
    help: 'Style to use instead of the product’s own (see `studypack list`)',
  }).optional(),
};

/** The option that arranges pages on sheets. */
export const imposeFlag = convertedFlag(
  { value: 'way', values: IMPOSITIONS, help: 'Arrange pages on sheets in this way' },
  (written): string | Refusal =>
    isImposition(written)
      ? written
      : new Refusal(
          `“${written}” is not a way to arrange pages on sheets.`,
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
    help: 'Shift the backs of sheets as measured for this printer (see `studypack calibrate`)',
  }).optional(),
  profile: choiceFlag(
    PROFILES,
    { value: 'name', help: 'Print on a school copier or a printing press' },
    (written) =>
      new Refusal(
        `There is no print profile “${written}”.`,
        written === 'grey' ? 'For a file without colour, add --grey.' : suggest(written, PROFILES),
        'profile-unknown',
      ),
  ).default('school'),
  icc: textFlag({ value: 'file', help: 'ICC profile of the inks; --profile press needs one' }).optional(),
  grey: switchFlag('Print everything in black and grey'),
};

/** The options for print lists. */
export const CLASS_FLAGS = {
  pupils: wholeNumberFlag(
    { least: 1, most: 1000 },
    { value: 'count', help: 'Number of pupils in the class, for the print list; by default as in pack.md' },
    (written) =>
      new Refusal(
        `“${written}” is not a number of pupils between 1 and 1000.`,
        'Write it like this: --pupils 28',
        'field-malformed',
      ),
  ).optional(),
  start: convertedFlag(
    { value: 'day', help: 'First day of the schedule, such as 2026-09-07; by default as in pack.md' },
    (written): string | Refusal => {
      const fault = dayFault(written);
      return fault === undefined
        ? written
        : new Refusal(
            `“${written}” is not a date: ${fault}.`,
            'Write the year, month and day: --start 2026-09-07',
            'field-malformed',
          );
    },
  ).optional(),
};
