/** A position in the bytes of a content stream. Functions that read from it leave `at` after what they have read. */
export interface ByteCursor {
  readonly bytes: Buffer;
  at: number;
}

/** Which bytes are of a kind, as a table: it is asked for every byte of every page. */
const tableOf = (isOfKind: (byte: number) => boolean): readonly boolean[] =>
  Array.from({ length: 256 }, (_, byte) => isOfKind(byte));

const WHITE_SPACE = tableOf((byte) => [0, 9, 10, 12, 13, 32].includes(byte));
const REGULAR = tableOf((byte) => !WHITE_SPACE[byte] && !'()<>[]{}/%'.includes(String.fromCharCode(byte)));

/** The longest word that is kept, in bytes: no name or number that means anything is as long. */
const LONGEST_WORD = 4000;

const PERCENT = 37;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

export const isWhiteSpace = (byte: number | undefined): boolean => WHITE_SPACE[byte!] === true;

/** Whether a byte may be part of a word: it is neither white space nor a delimiter (ISO 32000-1, 7.2.2). */
export const isRegular = (byte: number | undefined): boolean => REGULAR[byte!] === true;

/** Passes over white space and comments. */
export function skipWhiteSpace(cursor: ByteCursor): void {
  const { bytes } = cursor;
  for (; cursor.at < bytes.length; cursor.at++) {
    const byte = bytes[cursor.at]!;
    if (byte === PERCENT) skipLine(cursor);
    else if (!WHITE_SPACE[byte]) return;
  }
}

function skipLine(cursor: ByteCursor): void {
  const { bytes } = cursor;
  while (cursor.at < bytes.length && bytes[cursor.at] !== LINE_FEED && bytes[cursor.at] !== CARRIAGE_RETURN)
    cursor.at++;
}

/** Reads regular characters: an operator, a number, or a name behind its slash. Empty if there are none. */
export function readWord(cursor: ByteCursor): string {
  const { bytes } = cursor;
  const from = cursor.at;
  let at = from;
  while (at < bytes.length && REGULAR[bytes[at]!]) at++;
  cursor.at = at;
  return wordAt(bytes, from, Math.min(at, from + LONGEST_WORD));
}

/** Words that were read, each at a place that its bytes give: operators and names come again and again. */
const words: (string | undefined)[] = Array.from({ length: 4096 });
const LONGEST_KEPT = 32;

/** Gives the word that bytes spell, one character each. */
export function wordAt(bytes: Buffer, from: number, to: number): string {
  if (to - from > LONGEST_KEPT) return bytes.toString('latin1', from, to);
  let place = 0;
  for (let at = from; at < to; at++) place = (place * 31 + bytes[at]!) % words.length;
  const known = words[place];
  if (known !== undefined && isSpelled(known, bytes, from, to)) return known;
  const word = bytes.toString('latin1', from, to);
  words[place] = word;
  return word;
}

function isSpelled(word: string, bytes: Buffer, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let at = from; at < to; at++) if (word.charCodeAt(at - from) !== bytes[at]) return false;
  return true;
}
