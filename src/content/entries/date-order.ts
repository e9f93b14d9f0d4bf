import { largest } from '../../diagnostics/collections/largest.ts';
import { romanOrDigits } from './roman-or-digits.ts';

/** When a date begins, to sort it by: its year, below zero for BC, then month and day, zero where it has none. */
type DateOrder = readonly [year: number, month: number, day: number];

/** Names of months and seasons in the language of a date, each in the order of the year. */
interface YearNames {
  readonly months: readonly string[];
  readonly seasons: readonly string[];
}

// What follows is written in the languages that the program has words for, since dates are read before it knows which it is.
// cspell:disable
const BC =
  /(?:B\.?\s?C\.?(?:\s?E\.?)?|v\.\s?(?:Chr|u\.\s?Z)\.?|av(?:ant|\.)\s?J\.?[\s-]?C\.?|a\.\s?C\.|p\.\s?n\.\s?e\.|C\.?C\.?)(?![a-z])/
    .source;
const AD =
  /(?:A\.?D\.?|C\.?E\.?|n\.\s?Chr\.?|ap(?:rès|r?\.)\s?J\.?[\s-]?C\.?|d\.\s?C\.|n\.\s?e\.|O\.?C\.?)(?![a-z])/
    .source;
const CENTURY =
  /(?:centur(?:y|ies)|Jahrhunderts?|Jh\.|siècles?|s\.|siglos?|secol[oi]|sec\.|wieku?|w\.|ganrif(?:oedd)?)(?![a-z])/
    .source;
const NUMBER = /(\d{1,3}(?:[,.\u00A0\u202F ]\d{3})+|\d+)/.source;
const RANGE = /(?:\s*[-–/]\s*\d+)?/.source;
const ORDINAL = /(\d{1,2}|[IVXL]{1,6})(?:st|nd|rd|th|er?|ème|º|ª|\.|g|af|ain|il|ydd|fed|eg|ed)?/.source;

const BEFORE_CHRIST = new RegExp(`(?<!\\d)${NUMBER}${RANGE}\\s*${BC}`, 'i');
const AFTER_CHRIST = new RegExp(`(?<![a-z])${AD}\\s*(\\d+)|(?<!\\d)(\\d+)${RANGE}\\s*${AD}`, 'i');
const IN_CENTURY = new RegExp(
  `(?<![\\dIVXL])${ORDINAL}\\s+${CENTURY}|(?<!\\p{L})${CENTURY}\\s+([IVXL]+|\\d+)`,
  'iu',
);
// cspell:enable
const BEFORE = new RegExp(BC, 'i');
const AGO = /(?<!\d)(\d[\d.,]*)\s*(thousand|million|billion)?\s+years?\s+ago/i;
const ISO = /(?<!\d)(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)/;
const NUMERIC = /(?<!\d)(\d{1,2})[./]\s?(\d{1,2})[./]\s?(\d{4})(?!\d)/;
const YEAR = /(?<!\d)(\d{3,4})(?!\d)/;
const DAY = /(?<!\d)(\d{1,2})(?!\d)/;

const TIMES = { thousand: 1e3, million: 1e6, billion: 1e9 } as const;

/** The year in which a date begins, as people write it; undefined if it can't be told. */
export function yearOf(written: string): number | undefined {
  const ago = AGO.exec(written);
  if (ago) {
    const times = ago[2] === undefined ? 1 : TIMES[ago[2].toLowerCase() as keyof typeof TIMES];
    return -Number(ago[1]!.replaceAll(',', '')) * times;
  }
  const century = IN_CENTURY.exec(written);
  if (century) {
    const number = Number(romanOrDigits((century[1] ?? century[2])!.toUpperCase()) ?? 0);
    return BEFORE.test(written) ? -number * 100 : (number - 1) * 100 + 1;
  }
  const before = BEFORE_CHRIST.exec(written);
  if (before) return -Number(before[1]!.replaceAll(/\D/g, ''));
  const after = AFTER_CHRIST.exec(written);
  const found = after?.[1] ?? after?.[2] ?? YEAR.exec(written)?.[1];
  return found === undefined ? undefined : Number(found);
}

/**
 * Gives what a date is sorted by: `28 June 1914`, `1914–18`, `c. 1450`, `44 BC`, `5th century BC`, `summer 1917`.
 * @param year that the author gives, for a date that does not say it
 */
export function dateOrder(written: string, year: number | undefined, names: YearNames): DateOrder {
  const known = year ?? yearOf(written) ?? 0;
  const iso = ISO.exec(written);
  if (iso) return [known, Number(iso[2]), Number(iso[3] ?? 0)];
  const numeric = NUMERIC.exec(written);
  if (numeric) {
    const [first, second] = [Number(numeric[1]), Number(numeric[2])];
    // The month comes first in some countries: a number above twelve shows it.
    return second > 12 ? [known, first, second] : [known, second, first];
  }
  const month = monthIn(written, names);
  const day = month === 0 ? undefined : DAY.exec(written.replace(BEFORE_CHRIST, ''))?.[1];
  return [known, month, Number(day ?? 0)];
}

/** The number of the month that a date names, or of the first of its season; 0 if it names none. */
function monthIn(written: string, { months, seasons }: YearNames): number {
  for (const word of written.toLowerCase().match(/\p{L}{3,}/gu) ?? []) {
    const month = likest(word, months);
    if (month >= 0) return month + 1;
    const season = likest(word, seasons);
    // The winter of a year is its end.
    if (season >= 0) return season * 3 + 3;
  }
  return 0;
}

/** The least number of letters that a word shares with the name of a month: `Jan`, `Sept`. */
const LEAST_SHARED = 3;

/** The name that has most letters at its beginning in common with a word; -1 if none has enough, or two have as many. */
function likest(word: string, names: readonly string[]): number {
  const shared = names.map((name) => sharedStart(word, name.toLowerCase()));
  const most = largest(shared, 0);
  const isOne = shared.filter((length) => length === most).length === 1;
  return most >= LEAST_SHARED && isOne ? shared.indexOf(most) : -1;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** Compares what dates are sorted by. */
export const byDate = (a: DateOrder, b: DateOrder): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
