import {
  dictOf,
  get,
  itemsOf,
  nameOf,
  numberOf,
  numbersOf,
  type PDFDict,
  type PDFObject,
  streamBytes,
  streamOf,
} from '../syntax/pdf-objects.ts';
import { compositeFont, isOfCollection } from './composite-font.ts';
import { type FontProgram, readFontProgram } from './font-program.ts';
import { type JudgedGlyph, judgeGlyph } from './glyph-lookup.ts';
import { readCMapStream } from './read-cmap-stream.ts';
import { simpleEncoding } from './simple-encoding.ts';
import { simpleFont } from './simple-font.ts';

/** A font of a file. */
export interface ReadFont {
  readonly name: string;
  readonly kind: string;
  /** Whether the font itself is in the file. */
  readonly embedded: boolean;
  /** Whether its name says that only the letters that are used are in it. */
  readonly subset: boolean;
  /** Whether it says which characters its glyphs stand for: by a Unicode map, an encoding that is well known, or names. */
  readonly mapped: boolean;
  /** The kind of its program, if it is embedded; an `unusable` one draws nothing anywhere. */
  readonly program?: FontProgram['kind'];
  /** Characters whose width in the file is not that of the font: letters would be spaced wrongly. */
  readonly wrongWidths: readonly string[];
  /** Whether it lists its glyphs in a CIDSet, which few programs write correctly. */
  readonly listsGlyphs: boolean;
}

/** A font, ready to turn the bytes of a text into glyphs. */
export interface FontReader {
  readonly font: ReadFont;
  /** Above and below the baseline, in thousandths of an em. */
  readonly ascent: number;
  readonly descent: number;
  /** An em of the font's own measure, in thousandths: 1, except for fonts of type 3. */
  readonly scale: number;
  /** The size of its letters at a size of 1: 1, except for fonts of type 3. */
  readonly em: number;
  glyphs(bytes: string): readonly JudgedGlyph[];
}

/** Reads a font of a file. One that makes no sense shows letters of about the usual width. */
export function readFont(dict: PDFDict): FontReader {
  const kind = nameOf(get(dict, 'Subtype')) ?? 'unknown';
  const composite = kind === 'Type0';
  const inner = (composite ? dictOf(itemsOf(get(dict, 'DescendantFonts'))[0]) : dict) ?? dict;
  const descriptor = dictOf(get(inner, 'FontDescriptor'));
  const file = ['FontFile', 'FontFile2', 'FontFile3']
    .map((key) => get(descriptor, key))
    .find((value) => value);
  const name = nameOf(get(dict, 'BaseFont')) ?? kind;
  const mapping = readCMapStream(get(dict, 'ToUnicode'));
  const program = file ? programOf(file) : undefined;
  const encoding = simpleEncoding(dict, descriptor, kind);
  const misfits: string[] = [];
  const font: ReadFont = {
    name,
    kind: composite ? (nameOf(get(inner, 'Subtype')) ?? kind) : kind,
    embedded: file !== undefined || kind === 'Type3',
    subset: /^[A-Z]{6}\+/.test(name) || kind === 'Type3',
    mapped:
      get(dict, 'ToUnicode') !== undefined || (composite ? isOfCollection(dict, inner) : encoding.isReadable),
    ...(program && { program: program.kind }),
    wrongWidths: misfits,
    listsGlyphs: get(descriptor, 'CIDSet') !== undefined,
  };
  const lookup = composite
    ? compositeFont(dict, inner, mapping, program)
    : simpleFont(dict, descriptor, kind, encoding, mapping, program);
  const known = new Map<number, JudgedGlyph>();
  const glyphOf = (code: number): JudgedGlyph => {
    let glyph = known.get(code);
    if (!glyph) {
      const shown = lookup.glyph(code);
      glyph = judgeGlyph(shown);
      known.set(code, glyph);
      if (shown.advance !== undefined && Math.abs(shown.advance - shown.width) > 2) misfits.push(shown.text);
    }
    return glyph;
  };
  return {
    font,
    ...(kind === 'Type3' ? drawnMetrics(dict) : usualMetrics(descriptor)),
    glyphs: glyphsOnce((bytes) => lookup.codes(bytes).map(glyphOf)),
  };
}

type Metrics = Pick<FontReader, 'ascent' | 'descent' | 'scale' | 'em'>;

function usualMetrics(descriptor: PDFDict | undefined): Metrics {
  const above = numberOf(get(descriptor, 'Ascent')) || 750;
  const below = numberOf(get(descriptor, 'Descent')) || -250;
  return {
    ascent: Math.min(Math.abs(above), 1500),
    descent: -Math.min(Math.abs(below), 1000),
    scale: 1,
    em: 1,
  };
}

/** Gives the metrics of a font of type 3, whose letters are drawn in a measure of its own: its box says how high they are. */
function drawnMetrics(dict: PDFDict): Metrics {
  const scale = Math.abs(numbersOf(get(dict, 'FontMatrix'), 6)?.[0] || 0.001) * 1000;
  const [, low = 0, , high = 0] = numbersOf(get(dict, 'FontBBox'), 4) ?? [];
  if (high <= low) return { ascent: 750 / scale, descent: -250 / scale, scale, em: 1 };
  return { ascent: high, descent: Math.min(0, low), scale, em: ((high - low) * scale) / 1000 };
}

/** How many strings of a font are kept, and how long they may be: pieces of words come again on every page. */
const MOST_STRINGS = 2000;
const LONGEST_STRING = 16;

/** Looks up the glyphs of short strings once. */
function glyphsOnce(glyphsOf: FontReader['glyphs']): FontReader['glyphs'] {
  const known = new Map<string, readonly JudgedGlyph[]>();
  return (bytes) => {
    let glyphs = known.get(bytes);
    if (!glyphs) {
      glyphs = glyphsOf(bytes);
      if (bytes.length <= LONGEST_STRING && known.size < MOST_STRINGS) known.set(bytes, glyphs);
    }
    return glyphs;
  };
}

function programOf(value: PDFObject): FontProgram | undefined {
  const stream = streamOf(value);
  try {
    return stream && readFontProgram(streamBytes(stream));
  } catch {
    return readFontProgram(new Uint8Array());
  }
}
