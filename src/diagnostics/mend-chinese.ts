/** Letters and digits of Latin text, and marks that come right after a word. */
const BEFORE = '[\\p{Script=Latin}\\d.,;:!?)’”…]';
const LATIN = '[\\p{Script=Latin}\\d]';

/**
 * Punctuation that was saved in Chinese (GBK) and read as other Chinese (Big5), where it is: `§` ends a quotation only right
 * after a word, since before a number it is a section sign, and `※` begins one only before a word.
 */
const MEANT: readonly (readonly [RegExp, string])[] = [
  [/〞/gu, '—'],
  [new RegExp(`(?<=${LATIN} ?)每(?= ?${LATIN})`, 'gu'), '–'],
  [/(?<=\p{Script=Latin}|\d)＊/gu, '’'],
  [/＊(?=\p{Script=Latin})/gu, '’'],
  [/(?<![\p{L}\p{N}])＆(?=\p{Script=Latin})/gu, '‘'],
  [/※(?=[‘’“…(—]?[\p{Script=Latin}\d])/gu, '“'],
  [new RegExp(`(?<=${BEFORE}|[-—–])§(?!\\s?\\d)`, 'gu'), '”'],
  [new RegExp(`(?<=${LATIN}[.?!]?)＃`, 'gu'), '…'],
];

/** Those of them that show it, between Latin letters and spaces; the others may be what the author meant. */
export const READ_AS_CHINESE =
  /(?<=[\p{Script=Latin}\d] ?)(?:[〞每]|＊(?=\p{Script=Latin}))(?= ?[\p{Script=Latin}\d])|※(?=\p{Script=Latin}[^\n]{0,2000}§)/u;

/** Gives punctuation back what it was, in a text that shows by `READ_AS_CHINESE` that it needs it. */
export const mendChinese = (text: string): string =>
  MEANT.reduce((mended, [pattern, meant]) => mended.replace(pattern, meant), text);
