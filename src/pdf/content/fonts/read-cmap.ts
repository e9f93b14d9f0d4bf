/** What a CMap gives for codes: the text, or the glyph number (CID), that each stands for. */
export interface CMap {
  readonly text: ReadonlyMap<number, string>;
  readonly cids: ReadonlyMap<number, number>;
  /** How many bytes a code has, by its first byte, if the CMap says so. */
  readonly lengths: readonly { readonly bytes: number; readonly from: number; readonly to: number }[];
}

/** How many codes of one kind are read: a font of all of Unicode’s first plane has fewer, and ranges may repeat. */
const MOST_CODES = 70_000;

/** A map from codes, and how many more entries it takes; a code that comes again counts too. */
interface BoundedMap<Value> {
  readonly entries: Map<number, Value>;
  left: number;
}

/** Reads a CMap (ISO 32000-1, 9.7.5 and 9.10.3). */
export function readCMap(source: string): CMap {
  const text: BoundedMap<string> = { entries: new Map(), left: MOST_CODES };
  const cids: BoundedMap<number> = { entries: new Map(), left: MOST_CODES };
  const lengths: { bytes: number; from: number; to: number }[] = [];
  for (const [, kind, body] of source.matchAll(
    /begin(codespacerange|bfchar|bfrange|cidchar|cidrange)([\s\S]*?)end\1/g,
  )) {
    const tokens = body!.match(/<[^>]*>|\[[^\]]*\]|\d+/g) ?? [];
    const step = kind === 'bfrange' || kind === 'cidrange' ? 3 : 2;
    for (let at = 0; at + step <= tokens.length && text.left > 0 && cids.left > 0; at += step) {
      const [first, second, third] = tokens.slice(at, at + step) as [string, string, string];
      const from = numberOfHex(first);
      const to = numberOfHex(second);
      if (kind === 'codespacerange') addLengths(lengths, first, from, to);
      else if (kind === 'bfchar') setRange(text, from, from, () => textOfHex(second));
      else if (kind === 'cidchar') setRange(cids, from, from, () => Number(second));
      else if (kind === 'cidrange') setRange(cids, from, to, (index) => Number(third) + index);
      else if (third.startsWith('[')) {
        const texts = third.match(/<[^>]*>/g) ?? [];
        setRange(text, from, from + texts.length - 1, (index) => textOfHex(texts[index]!));
      } else {
        const firstText = textOfHex(third);
        setRange(text, from, to, (index) => shiftLast(firstText, index));
      }
    }
  }
  return { text: text.entries, cids: cids.entries, lengths };
}

function setRange<Value>(
  map: BoundedMap<Value>,
  from: number,
  to: number,
  valueAt: (index: number) => Value,
): void {
  for (let code = from; code <= to && map.left > 0; code++, map.left--)
    map.entries.set(code, valueAt(code - from));
}

const LONGEST_CODE = 4;

/** How many ranges of codes of one length are read: every code is looked up in them. */
const MOST_RANGES = 256;

function addLengths(
  lengths: { bytes: number; from: number; to: number }[],
  first: string,
  from: number,
  to: number,
): void {
  if (lengths.length >= MOST_RANGES) return;
  // A code has one to four bytes. One of none would never end.
  const bytes = Math.min(Math.max(Math.ceil((first.length - 2) / 2), 1), LONGEST_CODE);
  const shift = 256 ** (bytes - 1);
  lengths.push({ bytes, from: Math.floor(from / shift), to: Math.floor(to / shift) });
}

const numberOfHex = (token: string): number => Number.parseInt(token.replace(/[<>\s]/g, ''), 16) || 0;

function textOfHex(token: string): string {
  // Nearly all tokens are four digits: `<0041>`.
  if (/^<[0-9A-Fa-f]{4}>$/.test(token)) return String.fromCharCode(Number.parseInt(token.slice(1), 16));
  const hex = token.replace(/[<>\s]/g, '');
  if (hex.length <= 2) return String.fromCharCode(Number.parseInt(hex, 16) || 0);
  return (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}

/** Gives a text with its last character moved on by a number of places. */
function shiftLast(text: string, by: number): string {
  const characters = [...text];
  const last = characters.pop()?.codePointAt(0);
  return last === undefined ? '' : characters.join('') + String.fromCodePoint(Math.min(last + by, 0x10ffff));
}
