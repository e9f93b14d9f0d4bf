import { type Sfnt, startOf } from './sfnt.ts';

/** What a font has for each glyph, in font units. */
export interface GlyphRecords {
  advance(glyph: number): number;
  /** The distance from the origin to the left edge of the outline. */
  leftBearing(glyph: number): number;
  /** The record of its outline in `glyf`; empty for a glyph that shows nothing. Not a copy. */
  outline(glyph: number): Uint8Array;
}

/** Reads `hmtx`, `loca` and `glyf`. */
export function readGlyphRecords(font: Sfnt): GlyphRecords {
  const { view, bytes } = font;
  const [hmtx, loca, glyf] = ['hmtx', 'loca', 'glyf'].map((tag) => startOf(font, tag)) as [
    number,
    number,
    number,
  ];
  // Glyphs after the last full record share its advance, and have only a bearing.
  const fullRecords = view.getUint16(startOf(font, 'hhea') + 34);
  const isLong = hasLongOffsets(font);
  const outlineAt = (glyph: number) =>
    glyf + (isLong ? view.getUint32(loca + glyph * 4) : view.getUint16(loca + glyph * 2) * 2);
  return {
    advance: (glyph) => view.getUint16(hmtx + Math.min(glyph, fullRecords - 1) * 4),
    leftBearing: (glyph) =>
      view.getInt16(
        glyph < fullRecords ? hmtx + glyph * 4 + 2 : hmtx + fullRecords * 4 + (glyph - fullRecords) * 2,
      ),
    outline: (glyph) => bytes.subarray(outlineAt(glyph), outlineAt(glyph + 1)),
  };
}

/** Whether `loca` has offsets of four bytes, rather than halved ones of two. */
export const hasLongOffsets = (font: Sfnt): boolean => font.view.getInt16(startOf(font, 'head') + 50) === 1;
