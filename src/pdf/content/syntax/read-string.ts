import type { ByteCursor } from './byte-cursor.ts';

const LEFT_PARENTHESIS = 40;
const RIGHT_PARENTHESIS = 41;
const BACKSLASH = 92;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const GREATER_THAN = 62;

/** What letters mean after a backslash. */
const ESCAPES = new Map(Object.entries({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }));

/** Reads a string in parentheses, one byte per character (ISO 32000-1, 7.3.4.2). */
export function readLiteralString(cursor: ByteCursor): string {
  const { bytes } = cursor;
  let text = '';
  let open = 0;
  do {
    const byte = bytes[cursor.at++]!;
    if (byte === LEFT_PARENTHESIS && open++ === 0) continue;
    if (byte === RIGHT_PARENTHESIS && --open === 0) break;
    text += byte === BACKSLASH ? readEscape(cursor) : String.fromCharCode(byte);
  } while (cursor.at < bytes.length);
  return text;
}

/** Reads what follows a backslash; a line break means nothing. */
function readEscape(cursor: ByteCursor): string {
  const { bytes } = cursor;
  const escaped = bytes[cursor.at++]!;
  const octal = /^[0-7]{1,3}/.exec(String.fromCharCode(...bytes.subarray(cursor.at - 1, cursor.at + 2)))?.[0];
  if (octal) {
    cursor.at += octal.length - 1;
    return String.fromCharCode(Number.parseInt(octal, 8) & 255);
  }
  if (escaped === CARRIAGE_RETURN) {
    if (bytes[cursor.at] === LINE_FEED) cursor.at++;
    return '';
  }
  if (escaped === LINE_FEED) return '';
  const character = String.fromCharCode(escaped);
  return ESCAPES.get(character) ?? character;
}

/** The values of hexadecimal digits, by their bytes. */
const HEX_DIGITS: readonly (number | undefined)[] = Array.from({ length: 256 }, (_, byte) => {
  const digit = Number.parseInt(String.fromCharCode(byte), 16);
  return Number.isNaN(digit) ? undefined : digit;
});

/**
 * Reads a string of hexadecimal digits, one byte per character (ISO 32000-1, 7.3.4.3). A last digit alone is followed
 * by 0.
 */
export function readHexString(cursor: ByteCursor): string {
  const { bytes } = cursor;
  let text = '';
  let high = -1;
  for (cursor.at++; cursor.at < bytes.length && bytes[cursor.at] !== GREATER_THAN; cursor.at++) {
    const digit = HEX_DIGITS[bytes[cursor.at]!];
    if (digit === undefined) continue;
    if (high < 0) high = digit;
    else {
      text += String.fromCharCode(high * 16 + digit);
      high = -1;
    }
  }
  cursor.at++;
  return high < 0 ? text : text + String.fromCharCode(high * 16);
}
