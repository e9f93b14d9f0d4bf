import { romanOrDigits } from '../entries/roman-or-digits.ts';

/** The number in a chapter's heading. */
interface HeadingNumber {
  /** `named`: Chapter 1. `bare`: 1, or I, or One. `titled`: 1. The lamp. */
  readonly form: 'named' | 'bare' | 'titled';
  readonly number: number;
}

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** The longest heading, in characters. Anything longer is a sentence that begins like one. */
const LONGEST = 90;

/**
 * Reads the number in a heading: “Chapter One”, “CHAPTER 1: The lamp”, “1”, “IV.”, “Twenty-three”, “1. The lamp”.
 * @param words other words for a chapter, such as “scene”
 * @returns undefined if the text is not a numbered heading
 */
export function chapterNumber(heading: string, words: readonly string[]): HeadingNumber | undefined {
  const text = heading
    .replace(/[*_\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '' || text.length > LONGEST) return undefined;
  const names = [
    'chapter',
    'chap\\.?',
    'ch\\.',
    ...words.map((word) => word.replace(/[^\p{L}\p{N}]+/gu, '.')),
  ].join('|');
  // “ACT I. SCENE II.”: the act is read separately, by divisionNumber.
  const withoutDivision = text.replace(
    new RegExp(`^(?:act|part|book|volume) [\\p{L}\\d-]+[.,:–—]* (?=(?:${names}) )`, 'iu'),
    '',
  );
  const named = new RegExp(`^(?:${names}) (?:the )?([\\p{L}\\d-]+)(?=$|[ .:,–—])(.*)$`, 'iu').exec(
    withoutDivision,
  );
  if (named) {
    const number = numberOf(named[1]!);
    // “Chapter 3 was the one that she liked best.” is a sentence.
    if (number !== undefined && !/^ \p{Ll}.*\.$/u.test(named[2]!)) return { form: 'named', number };
    return undefined;
  }
  const bare = numberOf(text.replace(/[.:]$/, ''));
  if (bare !== undefined && !/^\p{Ll}/u.test(text)) return { form: 'bare', number: bare };
  // “I Am Born” is a title; “I. Birth” is numbered.
  const titled = /^(?:(\d{1,3})[.:)]?|([IVXLC]+)[.:)]) +\S/.exec(text);
  const number = titled && numberOf(titled[1] ?? titled[2]!);
  return number ? { form: 'titled', number } : undefined;
}

/** Reads a number in digits, in Roman numerals (capitals) or in words. */
function numberOf(word: string): number | undefined {
  const written = romanOrDigits(word);
  if (written !== undefined) return written;
  const small = word.toLowerCase();
  const simple = [SMALL, ORDINALS].map((list) => list.indexOf(small)).find((index) => index > 0);
  if (simple !== undefined) return simple;
  const [tens = '', ones] = small.split(/[- ]/);
  const ten = TENS.indexOf(tens) * 10;
  if (ten < 10) return undefined;
  const one = ones === undefined ? 0 : SMALL.indexOf(ones);
  return one < 0 || one > 9 ? undefined : ten + one;
}
