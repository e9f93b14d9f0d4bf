import { smallest } from './collections/smallest.ts';
import { mendChinese, READ_AS_CHINESE } from './mend-chinese.ts';

/** Windows-1252 from 80 to 9F, where it is not Latin-1. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** What two bytes or more of UTF-8 look like that were read as Windows-1252. No language writes these letters so. */
const READ_AS_WINDOWS = new RegExp(
  `Ã[\\u00A0-\\u00BF]|Â[\\u00A1-\\u00BF]|â[€\\u0080][${WINDOWS}\\u0080-\\u00BF]|â‚¬|Ã[${WINDOWS}](?=\\p{Ll})`,
  'u',
);
/** Letters and signs that may be such bytes, one after another. */
const RUN = new RegExp(`[\\u0080-\\u00FF${WINDOWS}]{2,}`, 'g');

/** A text that was read in another encoding than it was saved in. */
interface Garbled {
  readonly offset: number;
  /** What is written, and what was meant: a few words. */
  readonly found: string;
  readonly meant: string;
}

/**
 * Finds the first place of a text that was saved in one encoding and read in another, so that “don’t” became “donâ€™t” or
 * “don＊t”.
 */
export function findGarbled(text: string): Garbled | undefined {
  const at = [READ_AS_WINDOWS, READ_AS_CHINESE].flatMap((pattern) => pattern.exec(text)?.index ?? []);
  if (at.length === 0) return undefined;
  const offset = smallest(at);
  const found = wordsAround(text, offset);
  return { offset, found, meant: mendGarbled(found) };
}

/** Gives a text as it was before it was read in the wrong encoding, even if that happened twice. */
export function mendGarbled(text: string): string {
  let mended = text;
  for (let round = 0; round < 3 && READ_AS_WINDOWS.test(mended); round++)
    mended = mended.replace(RUN, readAgain);
  const isChinese = READ_AS_CHINESE.test(text) && !/(?=[^每])\p{Script=Han}/u.test(text);
  return isChinese ? mendChinese(mended) : mended;
}

/** Reads letters as the bytes of UTF-8 that they were; as they are if they were none. */
function readAgain(letters: string): string {
  const bytes = Uint8Array.from(letters, (letter) => {
    const place = WINDOWS.indexOf(letter);
    return place < 0 ? letter.charCodeAt(0) : 0x80 + place;
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return letters;
  }
}

/** The word at an offset, with those beside it. */
function wordsAround(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset) + 1).split('\n', 1)[0]!;
  const column = offset - (text.lastIndexOf('\n', offset) + 1);
  const from = line.slice(Math.max(0, column - 30), column);
  const to = line.slice(column, column + 30);
  const before = column > 30 ? from.replace(/^\S*\s/, '') : from;
  const after = to.length === 30 ? to.replace(/\s\S*$/, '') : to;
  return (before + after).trim();
}
