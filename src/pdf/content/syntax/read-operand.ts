import { type ByteCursor, isRegular, readWord, skipWhiteSpace } from './byte-cursor.ts';
import { isName, type Operand } from './operand.ts';
import { readHexString, readLiteralString } from './read-string.ts';

/** How deep arrays and dictionaries may be nested. */
const DEEPEST = 40;

const SLASH = 47;
const LEFT_PARENTHESIS = 40;
const LESS_THAN = 60;
const GREATER_THAN = 62;
const LEFT_BRACKET = 91;
const RIGHT_BRACKET = 93;

/**
 * Reads an operand (ISO 32000-1, 7.3).
 * @param depth how many arrays and dictionaries it is in
 * @returns undefined at anything else, an operator for one, and the cursor stays before it
 */
export function readOperand(cursor: ByteCursor, depth: number): Operand | undefined {
  const { bytes, at } = cursor;
  switch (bytes[at]) {
    case SLASH:
      cursor.at++;
      return { name: unescaped(readWord(cursor)) };
    case LEFT_PARENTHESIS:
      return readLiteralString(cursor);
    case LESS_THAN:
      if (bytes[at + 1] !== LESS_THAN) return readHexString(cursor);
      cursor.at += 2;
      return readDictionary(cursor, depth);
    case LEFT_BRACKET:
      cursor.at++;
      return readArray(cursor, depth);
    default:
      return readPlainNumber(cursor) ?? readNumberOrKeyword(cursor);
  }
}

/** Gives a name in which characters may be written as their numbers: `A#42`. */
const unescaped = (name: string): string =>
  name.includes('#') ? name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex) => characterOf(hex)) : name;

const characterOf = (hex: string): string => String.fromCharCode(Number.parseInt(hex, 16));

const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const DIGIT_0 = 48;
const LETTER_F = 102;
const LETTER_N = 110;
const LETTER_T = 116;

/** The most digits of which any number is kept exactly. */
const EXACT_DIGITS = 15;
const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_, power) => 10 ** power);

/**
 * Reads a number as nearly all are written: a sign, digits, a point, digits. A page has thousands.
 * @returns undefined at anything else, and the cursor stays before it
 */
function readPlainNumber(cursor: ByteCursor): number | undefined {
  const { bytes } = cursor;
  let { at } = cursor;
  const sign = bytes[at];
  if (sign === MINUS || sign === PLUS) at++;
  let value = 0;
  let digits = 0;
  let whole = -1;
  for (; at < bytes.length; at++) {
    const digit = bytes[at]! - DIGIT_0;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digits++;
    } else if (bytes[at] === POINT && whole < 0) whole = digits;
    else break;
  }
  if (digits === 0 || digits > EXACT_DIGITS || isRegular(bytes[at])) return undefined;
  cursor.at = at;
  // Both are exact, so the quotient is the number that is nearest to what is written.
  if (whole >= 0) value /= POWERS[digits - whole]!;
  return sign === MINUS && value !== 0 ? -value : value;
}

/** Whether a number may begin with a byte. */
const isNumeric = (byte: number | undefined): boolean =>
  (byte! >= DIGIT_0 && byte! <= DIGIT_0 + 9) || byte === PLUS || byte === MINUS || byte === POINT;

function readNumberOrKeyword(cursor: ByteCursor): number | boolean | null | undefined {
  const from = cursor.at;
  const first = cursor.bytes[from];
  // Nearly all that comes here is an operator, which is read again as one.
  if (!isNumeric(first) && first !== LETTER_F && first !== LETTER_N && first !== LETTER_T) return undefined;
  const word = readWord(cursor);
  // Some programs write two signs.
  if (isNumeric(first) && /^[+-]*(\d+\.?\d*|\.\d+)/.test(word))
    return Number.parseFloat(word.replace(/^[+-]*(?=[+-])/, '')) || 0;
  if (word === 'true' || word === 'false') return word === 'true';
  if (word === 'null') return null;
  cursor.at = from;
  return undefined;
}

/** Reads an array behind its bracket. */
function readArray(cursor: ByteCursor, depth: number): Operand[] {
  const { bytes } = cursor;
  const items: Operand[] = [];
  while (hasMore(cursor, RIGHT_BRACKET)) {
    const item = depth < DEEPEST ? readOperand(cursor, depth + 1) : undefined;
    if (item !== undefined) items.push(item);
    else if (isRegular(bytes[cursor.at])) readWord(cursor);
    else cursor.at++;
  }
  cursor.at++;
  return items;
}

/** Reads a dictionary behind its brackets; that of an inline picture has none, and ends at `ID`. */
export function readDictionary(cursor: ByteCursor, depth: number): Map<string, Operand> {
  const { bytes } = cursor;
  const entries = new Map<string, Operand>();
  while (hasMore(cursor, GREATER_THAN)) {
    const key = depth < DEEPEST ? readOperand(cursor, depth + 1) : undefined;
    if (key === undefined) {
      if (!isRegular(bytes[cursor.at])) cursor.at++;
      else if (readWord(cursor) === 'ID') return entries;
      continue;
    }
    skipWhiteSpace(cursor);
    const value = readOperand(cursor, depth + 1);
    if (isName(key) && value !== undefined) entries.set(key.name, value);
  }
  cursor.at += 2;
  return entries;
}

/** Goes to the next item of an array or dictionary. @returns false at its end, or at the end of the stream */
function hasMore(cursor: ByteCursor, end: number): boolean {
  skipWhiteSpace(cursor);
  return cursor.at < cursor.bytes.length && cursor.bytes[cursor.at] !== end;
}
