import { slug } from './entry.ts';

/** Enough letters to tell headings apart. */
const MOST_CODES = 12;

/**
 * Gives the id of an entry with a heading: its slug or, in a script that has none, the codes of its letters (u6c34-5206).
 * @param lang of the pack
 */
export const headingId = (heading: string, lang?: string): string =>
  slug(heading, lang) || codePoints(heading);

/** Whether the id of a heading is made of the codes of its letters, which nobody can read. */
export const isUnreadable = (heading: string): boolean => slug(heading) === '' && codePoints(heading) !== '';

function codePoints(text: string): string {
  const letters = [...text.normalize('NFC')].filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  const codes = letters.slice(0, MOST_CODES).map((letter) => letter.codePointAt(0)!.toString(16));
  return codes.length === 0 ? '' : `u${codes.join('-')}`;
}
