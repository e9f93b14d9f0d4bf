import { type GlyphRecords, hasLongOffsets } from './glyph-records.ts';
import { type Sfnt, startOf } from './sfnt.ts';

/** Some of the glyphs of a font, as a PDF embeds them. */
export interface FontSubset {
  /** The glyphs of the font by their numbers in the subset. */
  readonly glyphs: number[];
  /** Gives the number of a glyph in the subset, to which it is added if it is not there yet. */
  includeGlyph(glyph: number): number;
  /** Writes the font file, with parts of composite glyphs that were not included besides. */
  encode(): Uint8Array;
  /** Whether it is a bare CFF table. */
  readonly isCff?: true;
}

/** Begins a subset with the glyph that stands for missing ones. */
export function createSubset(font: Sfnt, records: GlyphRecords): FontSubset {
  const glyphs = [0];
  const numbers = new Map([[0, 0]]);
  const includeGlyph = (glyph: number): number => {
    const known = numbers.get(glyph);
    if (known !== undefined) return known;
    numbers.set(glyph, glyphs.length);
    return glyphs.push(glyph) - 1;
  };
  return {
    glyphs,
    includeGlyph,
    encode() {
      const outlines: Uint8Array[] = [];
      // Parts of composite glyphs are added while it runs.
      for (let index = 0; index < glyphs.length; index++)
        outlines.push(renumbered(records.outline(glyphs[index]!), includeGlyph));
      return writeTables([
        ['head', header(font, 'head', 50, hasLongOffsets(font) ? 1 : 0)],
        ['hhea', header(font, 'hhea', 34, glyphs.length)],
        ['loca', writeOffsets(outlines, hasLongOffsets(font))],
        ['maxp', header(font, 'maxp', 4, glyphs.length)],
        ['cvt ', tableBytes(font, 'cvt ')],
        ['prep', tableBytes(font, 'prep')],
        ['glyf', Buffer.concat(outlines)],
        ['hmtx', writeAdvances(glyphs, records)],
        ['fpgm', tableBytes(font, 'fpgm')],
      ]);
    },
  };
}

/** The flags of a part of a composite glyph. */
const PART = { wideNumbers: 1, scale: 8, moreParts: 32, twoScales: 64, matrix: 128 } as const;

/** An outline whose parts, if it is made of others, have their numbers in the subset. The font itself is never changed. */
function renumbered(outline: Uint8Array, includeGlyph: (glyph: number) => number): Uint8Array {
  const isComposite = outline.length > 0 && outline[0]! >= 0x80;
  if (!isComposite) return outline;
  const copy = new Uint8Array(outline);
  const view = new DataView(copy.buffer);
  let flags: number = PART.moreParts;
  for (let part = 10; flags & PART.moreParts; ) {
    flags = view.getUint16(part);
    view.setUint16(part + 2, includeGlyph(view.getUint16(part + 2)));
    part += 4 + (flags & PART.wideNumbers ? 4 : 2);
    part += flags & PART.scale ? 2 : flags & PART.twoScales ? 4 : flags & PART.matrix ? 8 : 0;
  }
  return copy;
}

/** The bytes of tables that keep their form. A later version of a table may have more. */
const HEADERS = { head: 54, hhea: 36, maxp: 32 } as const;

/** A copy of a table with another value in one place. */
function header(font: Sfnt, tag: keyof typeof HEADERS, place: number, value: number): Uint8Array {
  const start = startOf(font, tag);
  const copy = new Uint8Array(font.bytes.subarray(start, start + HEADERS[tag]));
  new DataView(copy.buffer).setUint16(place, value);
  return copy;
}

function tableBytes({ bytes, tables }: Sfnt, tag: string): Uint8Array | undefined {
  const table = tables.get(tag);
  return table && bytes.subarray(table.offset, table.offset + table.length);
}

/** The `loca` table: where each outline begins, and the last one ends. */
function writeOffsets(outlines: readonly Uint8Array[], isLong: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer((outlines.length + 1) * (isLong ? 4 : 2)));
  let offset = 0;
  for (let index = 0; index <= outlines.length; index++) {
    if (isLong) view.setUint32(index * 4, offset);
    else view.setUint16(index * 2, offset >>> 1);
    offset += outlines[index]?.length ?? 0;
  }
  return new Uint8Array(view.buffer);
}

/** The `hmtx` table. */
function writeAdvances(glyphs: readonly number[], records: GlyphRecords): Uint8Array {
  const view = new DataView(new ArrayBuffer(glyphs.length * 4));
  glyphs.forEach((glyph, index) => {
    view.setUint16(index * 4, records.advance(glyph));
    view.setInt16(index * 4 + 2, records.leftBearing(glyph));
  });
  return new Uint8Array(view.buffer);
}

/** Writes tables one after the other behind their directory, without checksums, as PDF viewers need none. */
function writeTables(given: readonly (readonly [tag: string, bytes: Uint8Array | undefined])[]): Uint8Array {
  const tables = given.flatMap(([tag, bytes]) => (bytes ? [{ tag, bytes }] : []));
  const directory = new DataView(new ArrayBuffer(12 + tables.length * 16));
  const power = Math.floor(Math.log2(tables.length));
  directory.setUint32(0, 0x74727565);
  directory.setUint16(4, tables.length);
  directory.setUint16(6, 2 ** power * 16);
  directory.setUint16(8, power);
  directory.setUint16(10, (tables.length - 2 ** power) * 16);
  let offset = directory.byteLength;
  tables.forEach(({ tag, bytes }, index) => {
    const record = 12 + index * 16;
    for (let letter = 0; letter < 4; letter++) directory.setUint8(record + letter, tag.charCodeAt(letter));
    directory.setUint32(record + 8, offset);
    directory.setUint32(record + 12, bytes.length);
    offset += bytes.length;
  });
  return Buffer.concat([new Uint8Array(directory.buffer), ...tables.map(({ bytes }) => bytes)]);
}
