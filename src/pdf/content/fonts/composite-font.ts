import {
  dictOf,
  get,
  isArray,
  itemsOf,
  nameOf,
  numberOf,
  type PDFDict,
  streamBytes,
  streamOf,
  textOf,
} from '../syntax/pdf-objects.ts';
import type { FontProgram } from './font-program.ts';
import type { GlyphLookup } from './glyph-lookup.ts';
import type { CMap } from './read-cmap.ts';
import { readCMapStream } from './read-cmap-stream.ts';

/** Reads a font whose codes stand for CIDs (ISO 32000-1, 9.7). */
export function compositeFont(
  dict: PDFDict,
  inner: PDFDict,
  mapping: CMap | undefined,
  program: FontProgram | undefined,
): GlyphLookup {
  const encoding = nameOf(get(dict, 'Encoding')) ?? '';
  const codeMap = readCMapStream(get(dict, 'Encoding'));
  const widths = cidWidths(itemsOf(get(inner, 'W')));
  const usual = numberOf(get(inner, 'DW')) ?? 1000;
  const glyphMap = streamOf(get(inner, 'CIDToGIDMap'));
  const glyphNumbers = glyphMap && undefinedIfBroken(() => streamBytes(glyphMap));
  const isCollection = isOfCollection(dict, inner);
  const readable = encoding.startsWith('Identity') || codeMap !== undefined;
  const glyphOfCid = (cid: number) =>
    glyphNumbers
      ? (glyphNumbers[cid * 2]! << 8) | glyphNumbers[cid * 2 + 1]!
      : (program?.glyphOfCid(cid) ?? cid);
  return {
    codes: (bytes) => codesOf(bytes, codeMap),
    glyph(code) {
      const cid = codeMap ? (codeMap.cids.get(code) ?? 0) : code;
      const glyph = glyphOfCid(cid);
      const unicode = /UCS2|UTF16/.test(encoding) ? String.fromCharCode(code) : undefined;
      return {
        text: mapping?.text.get(code) ?? unicode ?? (isCollection ? IDEOGRAPH : ''),
        width: widths.get(cid) ?? usual,
        takesWordSpace: false,
        missing: readable && glyph === 0,
        draws: readable ? program?.draws(glyph) : undefined,
        advance: readable ? program?.advance(glyph) : undefined,
      };
    },
  };
}

/** The sign for an ideograph of a known collection: readers look it up in tables that we do not have. */
const IDEOGRAPH = '〓';
/** The collections of characters whose numbers everyone knows (ISO 14289-1, 7.21.7). */
const COLLECTIONS = ['GB1', 'CNS1', 'Japan1', 'Korea1', 'KR'];

/** Whether the numbers of a composite font are those of a known collection. */
export function isOfCollection(dict: PDFDict, inner: PDFDict): boolean {
  const ordering = textOf(get(dictOf(get(inner, 'CIDSystemInfo')), 'Ordering')) ?? '';
  return COLLECTIONS.includes(ordering) && nameOf(get(dict, 'Encoding')) !== undefined;
}

/** Divides bytes into codes: two bytes each, or as many as a CMap says. */
function codesOf(bytes: string, cmap: CMap | undefined): number[] {
  const codes: number[] = [];
  if (!cmap) {
    for (let at = 0; at < bytes.length; at += 2)
      codes.push(bytes.charCodeAt(at) * 256 + (bytes.charCodeAt(at + 1) || 0));
    return codes;
  }
  for (let at = 0; at < bytes.length; ) {
    const first = bytes.charCodeAt(at);
    const length = cmap.lengths.find(({ from, to }) => first >= from && first <= to)?.bytes ?? 2;
    let code = 0;
    for (let byte = 0; byte < length; byte++) code = code * 256 + (bytes.charCodeAt(at + byte) || 0);
    codes.push(code);
    at += length;
  }
  return codes;
}

/** How many widths are set: a font has fewer glyphs, and ranges that repeat would keep a reader busy for hours. */
const MOST_WIDTHS = 200_000;

/** Reads widths by CID, as `W` writes them (ISO 32000-1, 9.7.4.3). */
function cidWidths(items: ReturnType<typeof itemsOf>): Map<number, number> {
  const widths = new Map<number, number>();
  let left = MOST_WIDTHS;
  for (let at = 0; at < items.length && left > 0; ) {
    const first = numberOf(items[at]) ?? 0;
    if (isArray(items[at + 1])) {
      for (const [index, width] of itemsOf(items[at + 1])
        .slice(0, left)
        .entries()) {
        widths.set(first + index, numberOf(width) ?? 0);
        left--;
      }
      at += 2;
    } else {
      const last = Math.min(numberOf(items[at + 1]) ?? 0, first + left - 1);
      const width = numberOf(items[at + 2]) ?? 0;
      for (let cid = first; cid <= last; cid++, left--) widths.set(cid, width);
      at += 3;
    }
  }
  return widths;
}

function undefinedIfBroken<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
