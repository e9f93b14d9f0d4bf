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
      return { name: readWord(cursor).replace(/#([0-9A-Fa-f]{2})/g, (_, hex) => characterOf(hex)) };
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
      return readNumberOrKeyword(cursor);
  }
}

const characterOf = (hex: string): string => String.fromCharCode(Number.parseInt(hex, 16));

function readNumberOrKeyword(cursor: ByteCursor): number | boolean | null | undefined {
  const from = cursor.at;
  const word = readWord(cursor);
  // Some programs write two signs.
  if (/^[+-]*(\d+\.?\d*|\.\d+)/.test(word)) return Number.parseFloat(word.replace(/^[+-]*(?=[+-])/, '')) || 0;
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
