/** What a CMap says of codes: the text or the glyph number (CID) that each stands for. */
export interface CMap {
  readonly text: ReadonlyMap<number, string>;
  readonly cids: ReadonlyMap<number, number>;
  /** How many bytes a code has, by its first byte, where the CMap says so. */
  readonly lengths: readonly { readonly bytes: number; readonly from: number; readonly to: number }[];
}

/** How many codes are kept; a font of all of Unicode's first plane has fewer. */
const MOST_CODES = 70_000;

/** Reads a CMap (ISO 32000-1, 9.7.5 and 9.10.3). */
export function readCMap(source: string): CMap {
  const text = new Map<number, string>();
  const cids = new Map<number, number>();
  const lengths: { bytes: number; from: number; to: number }[] = [];
  for (const [, kind, body] of source.matchAll(
    /begin(codespacerange|bfchar|bfrange|cidchar|cidrange)([\s\S]*?)end\1/g,
  )) {
    const tokens = body!.match(/<[^>]*>|\[[^\]]*\]|\d+/g) ?? [];
    const step = kind === 'bfrange' || kind === 'cidrange' ? 3 : 2;
    for (let at = 0; at + step <= tokens.length && text.size + cids.size < MOST_CODES; at += step) {
      const [first, second, third] = tokens.slice(at, at + step) as [string, string, string];
      const from = numberOfHex(first);
      const to = Math.min(numberOfHex(second), from + MOST_CODES);
      if (kind === 'codespacerange') {
        const bytes = Math.ceil((first.length - 2) / 2);
        const shift = 256 ** (bytes - 1);
        lengths.push({ bytes, from: Math.floor(from / shift), to: Math.floor(to / shift) });
      } else if (kind === 'bfchar') text.set(from, textOfHex(second));
      else if (kind === 'cidchar') cids.set(from, Number(second));
      else if (kind === 'cidrange')
        for (let code = from; code <= to; code++) cids.set(code, Number(third) + code - from);
      else if (third.startsWith('['))
        for (const [index, hex] of (third.match(/<[^>]*>/g) ?? []).entries())
          text.set(from + index, textOfHex(hex));
      else for (let code = from; code <= to; code++) text.set(code, shiftLast(textOfHex(third), code - from));
    }
  }
  return { text, cids, lengths };
}

const numberOfHex = (token: string): number => Number.parseInt(token.replace(/[<>\s]/g, ''), 16) || 0;

function textOfHex(token: string): string {
  const hex = token.replace(/[<>\s]/g, '');
  if (hex.length <= 2) return String.fromCharCode(Number.parseInt(hex, 16) || 0);
  return (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}

/** A text whose last character is so many places further on. */
function shiftLast(text: string, by: number): string {
  const characters = [...text];
  const last = characters.pop()?.codePointAt(0);
  return last === undefined ? '' : characters.join('') + String.fromCodePoint(Math.min(last + by, 0x10ffff));
}
