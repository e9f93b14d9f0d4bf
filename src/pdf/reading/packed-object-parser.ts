import {
  type PDFContext,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFObjectParser,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { isRegular, isWhiteSpace, wordAt } from '../content/syntax/byte-cursor.ts';

const LEFT_PARENTHESIS = 40;
const RIGHT_PARENTHESIS = 41;
const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const SLASH = 47;
const DIGIT_0 = 48;
const DIGIT_9 = 57;
const LESS_THAN = 60;
const GREATER_THAN = 62;
const LEFT_BRACKET = 91;
const BACKSLASH = 92;
const PERCENT = 37;
const LETTER_R = 82;
const LETTER_S = 115;

const isDigit = (byte: number | undefined): boolean => byte! >= DIGIT_0 && byte! <= DIGIT_9;
const isNumeric = (byte: number | undefined): boolean =>
  isDigit(byte) || byte === PLUS || byte === MINUS || byte === POINT;

/** The longest number that is added up digit by digit: it is exact. */
const EXACT_DIGITS = 15;
const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_, power) => 10 ** power);

/** How many names, references and numbers are kept for all files, so that each is made once. */
const MOST_KEPT = 20_000;
const names = new Map<string, PDFName>();
const references = new Map<number, PDFRef>();
const numbers = new Map<number, PDFNumber>();

function kept<Key, Value>(known: Map<Key, Value>, key: Key, make: (key: Key) => Value): Value {
  let value = known.get(key);
  if (value === undefined) {
    value = make(key);
    if (known.size < MOST_KEPT) known.set(key, value);
  }
  return value;
}

/**
 * Reads the objects of an object stream as the library does, with the same results. What nearly all objects are made of
 * is read straight from the bytes; anything else (escapes, comments, faults) is left to the library.
 */
export class PackedObjectParser extends PDFObjectParser {
  private readonly all: Buffer;

  constructor(bytes: Buffer, context: PDFContext) {
    // Only the library's own parsers can make its stream of bytes.
    super((PDFObjectParser.forBytes(bytes, context) as PackedObjectParser).bytes, context);
    this.all = bytes;
  }

  /**
   * Reads all objects into the context.
   * @param first where they begin, after the list of their numbers and places
   */
  unpack(first: number, count: number): void {
    const places: { objectNumber: number; offset: number }[] = [];
    for (let index = 0; index < count; index++) {
      this.skipWhitespaceAndComments();
      const objectNumber = this.parseRawInt();
      this.skipWhitespaceAndComments();
      places.push({ objectNumber, offset: this.parseRawInt() });
    }
    for (const { objectNumber, offset } of places) {
      this.bytes.moveTo(first + offset);
      const ref = PDFRef.of(objectNumber, 0);
      this.context.assign(ref, this.parseObject(ref));
    }
  }

  override parseObject(ref?: PDFRef): PDFObject {
    this.skipWhitespaceAndComments();
    const at = this.bytes.offset();
    const byte = this.all[at];
    if (byte === SLASH) return this.parseName();
    if (byte === LEFT_BRACKET) return this.parseArray(ref);
    if (byte === LESS_THAN)
      return this.all[at + 1] === LESS_THAN ? this.parseDictOrStream(ref) : this.parseHexString(ref);
    if (byte === LEFT_PARENTHESIS) return this.parseString(ref);
    if (isNumeric(byte)) return this.parseNumberOrRef();
    return super.parseObject(ref);
  }

  protected override skipWhitespaceAndComments(): void {
    let at = this.bytes.offset();
    while (isWhiteSpace(this.all[at])) at++;
    this.bytes.moveTo(at);
    if (this.all[at] === PERCENT) super.skipWhitespaceAndComments();
  }

  protected override parseName(): PDFName {
    const from = this.bytes.offset() + 1;
    if (this.all[from - 1] !== SLASH) return super.parseName();
    let to = from;
    while (isRegular(this.all[to])) to++;
    const name = wordAt(this.all, from, to);
    if (name.includes('#')) return super.parseName();
    this.bytes.moveTo(to);
    return kept(names, name, PDFName.of);
  }

  protected override parseNumberOrRef(): PDFNumber | PDFRef {
    const from = this.bytes.offset();
    const first = this.plainNumber();
    if (first === undefined) return super.parseNumberOrRef();
    this.skipWhitespaceAndComments();
    const after = this.bytes.offset();
    if (isDigit(this.all[after])) {
      const second = this.plainNumber();
      if (second === undefined) {
        this.bytes.moveTo(from);
        return super.parseNumberOrRef();
      }
      this.skipWhitespaceAndComments();
      const end = this.bytes.offset();
      if (this.all[end] === LETTER_R) {
        this.bytes.moveTo(end + 1);
        return second === 0 ? kept(references, first, PDFRef.of) : PDFRef.of(first, second);
      }
    }
    this.bytes.moveTo(after);
    return Number.isInteger(first) && !Object.is(first, -0)
      ? kept(numbers, first, PDFNumber.of)
      : PDFNumber.of(first);
  }

  /** Reads a sign, digits, a point, digits. @returns undefined at any other number, and stays before it */
  private plainNumber(): number | undefined {
    const { all } = this;
    let at = this.bytes.offset();
    const sign = all[at];
    if (sign === MINUS || sign === PLUS) at++;
    let value = 0;
    let digits = 0;
    let whole = -1;
    for (; ; at++) {
      const byte = all[at];
      if (isDigit(byte)) {
        value = value * 10 + byte! - DIGIT_0;
        digits++;
      } else if (byte === POINT && whole < 0) whole = digits;
      else break;
    }
    if (digits === 0 || digits > EXACT_DIGITS || isNumeric(all[at])) return undefined;
    this.bytes.moveTo(at);
    if (whole >= 0) value /= POWERS[digits - whole]!;
    return sign === MINUS ? -value : value;
  }

  protected override parseHexString(ref?: PDFRef): PDFHexString {
    const from = this.bytes.offset() + 1;
    const to = this.all.indexOf(GREATER_THAN, from);
    if (to < 0) return super.parseHexString(ref);
    this.bytes.moveTo(to + 1);
    return PDFHexString.of(this.all.toString('latin1', from, to));
  }

  protected override parseString(ref?: PDFRef): PDFString {
    const from = this.bytes.offset() + 1;
    let to = from;
    for (; to < this.all.length; to++) {
      const byte = this.all[to];
      if (byte === RIGHT_PARENTHESIS) break;
      if (byte === LEFT_PARENTHESIS || byte === BACKSLASH) return super.parseString(ref);
    }
    if (to === this.all.length) return super.parseString(ref);
    this.bytes.moveTo(to + 1);
    return PDFString.of(this.all.toString('latin1', from, to));
  }

  protected override parseDictOrStream(ref?: PDFRef): ReturnType<PDFObjectParser['parseDictOrStream']> {
    const from = this.bytes.offset();
    const dict = this.parseDict(ref);
    this.skipWhitespaceAndComments();
    if (this.all[this.bytes.offset()] !== LETTER_S) return dict;
    this.bytes.moveTo(from);
    return super.parseDictOrStream(ref);
  }
}
