import { Encodings } from '@cantoo/pdf-lib/standard-fonts';
import { type FontProgram, readFontProgram } from './font-program.ts';
import {
  dictKeys,
  dictOf,
  get,
  isArray,
  itemsOf,
  nameOf,
  numberOf,
  numbersOf,
  type PDFDict,
  streamBytes,
  streamOf,
} from './pdf-objects.ts';
import { type CMap, readCMap } from './read-cmap.ts';

/** A font of a file. */
export interface ReadFont {
  readonly name: string;
  readonly kind: string;
  /** Whether its letters are in the file. */
  readonly embedded: boolean;
  /** Whether only the letters that are used are in it, by its name. */
  readonly subset: boolean;
  /** Whether it says which characters its glyphs stand for. */
  readonly mapped: boolean;
  /** What its program is, if it is embedded; `unusable` draws nothing anywhere. */
  readonly program?: FontProgram['kind'];
  /** Characters whose width in the file is not that of the font: letters would stand askew. */
  readonly misfits: readonly string[];
  /** Whether it lists its glyphs in a CIDSet, which few programs write rightly. */
  readonly listsGlyphs: boolean;
}

/** A glyph as text shows it. */
export interface ShownGlyph {
  /** The characters that it stands for; empty if nothing says so. */
  readonly text: string;
  /** In thousandths of an em. */
  readonly width: number;
  /** Whether it is the single byte 32, to which word space is added. */
  readonly spaced: boolean;
  /** Whether the font has no glyph for it, and shows a box or nothing. */
  readonly missing: boolean;
  /** Whether it draws anything; undefined if that can't be told. */
  readonly draws: boolean | undefined;
}

/** A font, ready to turn the bytes of a text into glyphs. */
export interface FontReader {
  readonly font: ReadFont;
  /** Above and below the baseline, in thousandths of an em. */
  readonly ascent: number;
  readonly descent: number;
  /** An em of the font's own measure, in thousandths: 1 but for fonts of type 3. */
  readonly scale: number;
  glyphs(bytes: string): ShownGlyph[];
}

/** How wide a letter is taken to be in a font that says nothing. */
const ANY_WIDTH = 550;

export function readFont(dict: PDFDict): FontReader {
  const kind = nameOf(get(dict, 'Subtype')) ?? 'unknown';
  const composite = kind === 'Type0';
  const inner = (composite ? dictOf(itemsOf(get(dict, 'DescendantFonts'))[0]) : dict) ?? dict;
  const descriptor = dictOf(get(inner, 'FontDescriptor'));
  const file = ['FontFile', 'FontFile2', 'FontFile3']
    .map((key) => get(descriptor, key))
    .find((value) => value);
  const name = nameOf(get(dict, 'BaseFont')) ?? kind;
  const mapping = cmapOf(get(dict, 'ToUnicode'));
  const program = file ? programOf(file) : undefined;
  const misfits: string[] = [];
  const font: ReadFont = {
    name,
    kind: composite ? (nameOf(get(inner, 'Subtype')) ?? kind) : kind,
    embedded: file !== undefined || kind === 'Type3',
    subset: /^[A-Z]{6}\+/.test(name) || kind === 'Type3',
    mapped: get(dict, 'ToUnicode') !== undefined,
    ...(program && { program: program.kind }),
    misfits,
    listsGlyphs: get(descriptor, 'CIDSet') !== undefined,
  };
  const look = composite
    ? compositeGlyphs(dict, inner, mapping, program)
    : simpleGlyphs(dict, descriptor, kind, mapping, program);
  const known = new Map<number, ShownGlyph>();
  const glyphOf = (code: number): ShownGlyph => {
    let glyph = known.get(code);
    if (!glyph) {
      const { advance, ...shown } = look.glyph(code);
      glyph = shown;
      known.set(code, shown);
      if (advance !== undefined && Math.abs(advance - shown.width) > 2) misfits.push(shown.text);
    }
    return glyph;
  };
  const above = numberOf(get(descriptor, 'Ascent')) || 750;
  const below = numberOf(get(descriptor, 'Descent')) || -250;
  const scale = kind === 'Type3' ? (numbersOf(get(dict, 'FontMatrix'), 6)?.[0] ?? 0.001) * 1000 : 1;
  return {
    font,
    ascent: Math.min(Math.abs(above), 1500),
    descent: -Math.min(Math.abs(below), 1000),
    scale,
    glyphs: (bytes) => look.codes(bytes).map(glyphOf),
  };
}

/** How a kind of font reads bytes and looks glyphs up. */
interface GlyphLook {
  codes(bytes: string): number[];
  glyph(code: number): ShownGlyph & { readonly advance: number | undefined };
}

function programOf(value: Parameters<typeof streamOf>[0]): FontProgram | undefined {
  const stream = streamOf(value);
  try {
    return stream && readFontProgram(streamBytes(stream));
  } catch {
    return readFontProgram(new Uint8Array());
  }
}

function cmapOf(value: Parameters<typeof streamOf>[0]): CMap | undefined {
  const stream = streamOf(value);
  try {
    return stream && readCMap(Buffer.from(streamBytes(stream)).toString('latin1'));
  } catch {
    return undefined;
  }
}

/** Fonts whose codes stand for CIDs (ISO 32000-1, 9.7). */
function compositeGlyphs(
  dict: PDFDict,
  inner: PDFDict,
  mapping: CMap | undefined,
  program: FontProgram | undefined,
): GlyphLook {
  const encoding = nameOf(get(dict, 'Encoding')) ?? '';
  const own = cmapOf(get(dict, 'Encoding'));
  const widths = cidWidths(itemsOf(get(inner, 'W')));
  const usual = numberOf(get(inner, 'DW')) ?? 1000;
  const glyphMap = streamOf(get(inner, 'CIDToGIDMap'));
  const glyphNumbers = glyphMap && safely(() => streamBytes(glyphMap));
  const readable = encoding.startsWith('Identity') || own !== undefined;
  const glyphOfCid = (cid: number) =>
    glyphNumbers
      ? (glyphNumbers[cid * 2]! << 8) | glyphNumbers[cid * 2 + 1]!
      : (program?.glyphOfCid(cid) ?? cid);
  return {
    codes: (bytes) => codesOf(bytes, own),
    glyph(code) {
      const cid = own ? (own.cids.get(code) ?? 0) : code;
      const glyph = glyphOfCid(cid);
      const unicode = /UCS2|UTF16/.test(encoding) ? String.fromCharCode(code) : '';
      return {
        text: mapping?.text.get(code) ?? unicode,
        width: widths.get(cid) ?? usual,
        spaced: false,
        missing: readable && glyph === 0,
        draws: readable ? program?.draws(glyph) : undefined,
        advance: readable ? program?.advance(glyph) : undefined,
      };
    },
  };
}

/** Codes of two bytes, or as many as a CMap says. */
function codesOf(bytes: string, cmap: CMap | undefined): number[] {
  const codes: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const first = bytes.charCodeAt(at);
    const length = cmap?.lengths.find(({ from, to }) => first >= from && first <= to)?.bytes ?? 2;
    let code = 0;
    for (let byte = 0; byte < length; byte++) code = code * 256 + (bytes.charCodeAt(at + byte) || 0);
    codes.push(code);
    at += length;
  }
  return codes;
}

/** Widths by CID, as `W` writes them (ISO 32000-1, 9.7.4.3). */
function cidWidths(items: ReturnType<typeof itemsOf>): Map<number, number> {
  const widths = new Map<number, number>();
  for (let at = 0; at < items.length; ) {
    const first = numberOf(items[at]) ?? 0;
    if (isArray(items[at + 1])) {
      for (const [index, width] of itemsOf(items[at + 1]).entries())
        widths.set(first + index, numberOf(width) ?? 0);
      at += 2;
    } else {
      const last = Math.min(numberOf(items[at + 1]) ?? 0, first + 70_000);
      for (let cid = first; cid <= last; cid++) widths.set(cid, numberOf(items[at + 2]) ?? 0);
      at += 3;
    }
  }
  return widths;
}

/** Fonts whose codes are single bytes (ISO 32000-1, 9.6). */
function simpleGlyphs(
  dict: PDFDict,
  descriptor: PDFDict | undefined,
  kind: string,
  mapping: CMap | undefined,
  program: FontProgram | undefined,
): GlyphLook {
  const written = get(dict, 'Encoding');
  const encoding = nameOf(written) ?? nameOf(get(dictOf(written), 'BaseEncoding'));
  const base = new TextDecoder(encoding === 'MacRomanEncoding' ? 'macintosh' : 'windows-1252');
  const names = differences(itemsOf(get(dictOf(written), 'Differences')));
  const first = numberOf(get(dict, 'FirstChar')) ?? 0;
  const widths = itemsOf(get(dict, 'Widths')).map(numberOf);
  const usual = numberOf(get(descriptor, 'MissingWidth')) ?? (widths.length > 0 ? 0 : ANY_WIDTH);
  const drawn = kind === 'Type3' ? new Set(dictKeys(dictOf(get(dict, 'CharProcs')))) : undefined;
  return {
    codes: (bytes) => Array.from(bytes, (byte) => byte.charCodeAt(0)),
    glyph(code) {
      const name = names.get(code);
      const character = name === undefined ? base.decode(new Uint8Array([code])) : characterNamed(name);
      const text = mapping?.text.get(code) ?? character;
      const glyph =
        program?.kind === 'truetype' ? program.glyphOfCode(code, character.codePointAt(0)) : undefined;
      return {
        text,
        width: widths[code - first] ?? usual,
        spaced: code === 32,
        missing: glyph === 0 || name === '.notdef' || (drawn !== undefined && !drawn.has(name ?? '')),
        draws: program?.kind === 'unusable' ? false : glyph === undefined ? undefined : program?.draws(glyph),
        advance: glyph === undefined ? undefined : program?.advance(glyph),
      };
    },
  };
}

/** The names of glyphs by code, as `Differences` writes them. */
function differences(items: ReturnType<typeof itemsOf>): Map<number, string> {
  const names = new Map<number, string>();
  let code = 0;
  for (const item of items) {
    const number = numberOf(item);
    if (number !== undefined) code = number;
    else names.set(code++, nameOf(item) ?? '.notdef');
  }
  return names;
}

let named: Map<string, string> | undefined;

/** The character that a glyph's name stands for, by the names that most fonts use; empty if it is none of them. */
function characterNamed(name: string): string {
  named ??= new Map([
    ...[Encodings.WinAnsi, Encodings.Symbol, Encodings.ZapfDingbats].flatMap((encoding) =>
      encoding.supportedCodePoints.map((point): [string, string] => [
        encoding.encodeUnicodeCodePoint(point).name,
        String.fromCodePoint(point),
      ]),
    ),
    ...['ff', 'fi', 'fl', 'ffi', 'ffl'].map((letters): [string, string] => [letters, letters]),
  ]);
  const plain = name.split('.')[0]!;
  const hex = /^(?:uni([0-9A-F]{4})|u([0-9A-F]{4,6}))$/.exec(plain);
  const point = hex && Number.parseInt(hex[1] ?? hex[2]!, 16);
  if (point) return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  return named.get(plain) ?? '';
}

function safely<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
