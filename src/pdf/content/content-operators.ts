/** A name in a content stream. */
export interface Name {
  readonly name: string;
}

/** What stands before an operator. Strings are bytes, a character each. */
export type Operand =
  | number
  | string
  | boolean
  | null
  | Name
  | readonly Operand[]
  | ReadonlyMap<string, Operand>;

export const isName = (operand: Operand | undefined): operand is Name =>
  typeof operand === 'object' && operand !== null && 'name' in operand;

const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)));
const REGULAR = Array.from({ length: 256 }, (_, code) => !WHITE.has(code) && !DELIMITERS.has(code));

/** How deep arrays and dictionaries may stand in one another. */
const DEEPEST = 40;
/** How many operands are kept: any operator has fewer. */
const MOST_OPERANDS = 64;

/**
 * Reads a content stream, operator by operator (ISO 32000-1, 7.8.2). What makes no sense is passed over. An inline
 * picture comes as `BI` with its dictionary.
 */
export function eachOperator(
  bytes: Uint8Array,
  tell: (operator: string, operands: readonly Operand[]) => void,
): void {
  let at = 0;
  let operands: Operand[] = [];

  const skipWhite = () => {
    for (; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte === 37) while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++;
      else if (!WHITE.has(byte)) return;
    }
  };

  const word = (): string => {
    const from = at;
    while (at < bytes.length && REGULAR[bytes[at]!]) at++;
    return String.fromCharCode(...bytes.subarray(from, Math.min(at, from + 4000)));
  };

  /** An operand; undefined for an operator, which is left where it stands. */
  const operand = (depth: number): Operand | undefined => {
    const byte = bytes[at]!;
    if (byte === 47) {
      at++;
      return {
        name: word().replace(/#([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
      };
    }
    if (byte === 40) return literal();
    if (byte === 60 && bytes[at + 1] === 60) {
      at += 2;
      return dictionary(depth);
    }
    if (byte === 60) return hexadecimal();
    if (byte === 91) {
      at++;
      return array(depth);
    }
    const from = at;
    const text = word();
    if (/^[+-]*(\d+\.?\d*|\.\d+)/.test(text))
      return Number.parseFloat(text.replace(/^[+-]*(?=[+-])/, '')) || 0;
    if (text === 'true' || text === 'false') return text === 'true';
    if (text === 'null') return null;
    at = from;
    return undefined;
  };

  const array = (depth: number): Operand[] => {
    const items: Operand[] = [];
    for (skipWhite(); at < bytes.length && bytes[at] !== 93; skipWhite()) {
      const item = depth < DEEPEST ? operand(depth + 1) : undefined;
      if (item !== undefined) items.push(item);
      else if (REGULAR[bytes[at]!]) word();
      else at++;
    }
    at++;
    return items;
  };

  const dictionary = (depth: number): Map<string, Operand> => {
    const entries = new Map<string, Operand>();
    for (skipWhite(); at < bytes.length && bytes[at] !== 62; skipWhite()) {
      const key = depth < DEEPEST ? operand(depth + 1) : undefined;
      if (key === undefined) {
        if (!REGULAR[bytes[at]!]) at++;
        else if (word() === 'ID') return entries;
        continue;
      }
      skipWhite();
      const value = operand(depth + 1);
      if (isName(key) && value !== undefined) entries.set(key.name, value);
    }
    at += 2;
    return entries;
  };

  const literal = (): string => {
    let text = '';
    let open = 0;
    do {
      const byte = bytes[at++]!;
      if (byte === 40 && open++ === 0) continue;
      if (byte === 41 && --open === 0) break;
      if (byte !== 92) {
        text += String.fromCharCode(byte);
        continue;
      }
      const escaped = bytes[at++]!;
      const octal = /^[0-7]{1,3}/.exec(String.fromCharCode(...bytes.subarray(at - 1, at + 2)))?.[0];
      if (octal) {
        text += String.fromCharCode(Number.parseInt(octal, 8) & 255);
        at += octal.length - 1;
      } else if (escaped === 13) at += bytes[at] === 10 ? 1 : 0;
      else if (escaped !== 10)
        text += ESCAPES.get(String.fromCharCode(escaped)) ?? String.fromCharCode(escaped);
    } while (at < bytes.length);
    return text;
  };

  const hexadecimal = (): string => {
    let text = '';
    let high = -1;
    for (at++; at < bytes.length && bytes[at] !== 62; at++) {
      const digit = Number.parseInt(String.fromCharCode(bytes[at]!), 16);
      if (Number.isNaN(digit)) continue;
      if (high < 0) high = digit;
      else {
        text += String.fromCharCode(high * 16 + digit);
        high = -1;
      }
    }
    at++;
    return high < 0 ? text : text + String.fromCharCode(high * 16);
  };

  /** Passes over the bytes of an inline picture. */
  const skipPicture = () => {
    for (; at < bytes.length; at++)
      if (
        bytes[at] === 69 &&
        bytes[at + 1] === 73 &&
        WHITE.has(bytes[at - 1]!) &&
        (at + 2 >= bytes.length || WHITE.has(bytes[at + 2]!))
      )
        break;
    at += 2;
  };

  for (skipWhite(); at < bytes.length; skipWhite()) {
    const read = operand(0);
    if (read !== undefined) {
      if (operands.length < MOST_OPERANDS) operands.push(read);
      continue;
    }
    const operator = word();
    if (operator === 'BI') {
      // Up to the ID that ends it, this is a dictionary without its brackets.
      tell('BI', [dictionary(0)]);
      skipPicture();
    } else if (operator) tell(operator, operands);
    else at++;
    operands = [];
  }
}

const ESCAPES = new Map(Object.entries({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }));
