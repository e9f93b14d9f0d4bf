/** A position in the bytes of a content stream. Functions that read from it leave `at` after what they have read. */
export interface ByteCursor {
  readonly bytes: Uint8Array;
  at: number;
}

const WHITE_SPACE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)));
const REGULAR = Array.from({ length: 256 }, (_, code) => !WHITE_SPACE.has(code) && !DELIMITERS.has(code));

/** The longest word that is kept, in bytes: no name or number that means anything is as long. */
const LONGEST_WORD = 4000;

const PERCENT = 37;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

export const isWhiteSpace = (byte: number | undefined): boolean => WHITE_SPACE.has(byte!);

/** Whether a byte may be part of a word: it is neither white space nor a delimiter (ISO 32000-1, 7.2.2). */
export const isRegular = (byte: number | undefined): boolean => REGULAR[byte!] === true;

/** Passes over white space and comments. */
export function skipWhiteSpace(cursor: ByteCursor): void {
  const { bytes } = cursor;
  for (; cursor.at < bytes.length; cursor.at++) {
    const byte = bytes[cursor.at]!;
    if (byte === PERCENT) skipLine(cursor);
    else if (!WHITE_SPACE.has(byte)) return;
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
  while (cursor.at < bytes.length && REGULAR[bytes[cursor.at]!]) cursor.at++;
  return String.fromCharCode(...bytes.subarray(from, Math.min(cursor.at, from + LONGEST_WORD)));
}
