import type * as fontkit from 'fontkit';

/** Vertical measures of a face as fractions of its size; `descent` is positive. */
export interface FaceMetrics {
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
}

/** How far the ink of a glyph reaches from its origin, as fractions of its size; `below` is positive downwards. */
export interface GlyphInk {
  readonly left: number;
  readonly right: number;
  readonly above: number;
  readonly below: number;
}

export function faceMetrics(font: fontkit.Font): FaceMetrics {
  const em = font.unitsPerEm;
  return {
    ascent: font.ascent / em,
    descent: -font.descent / em,
    capHeight: font.capHeight / em,
    xHeight: font.xHeight / em,
  };
}

export function glyphInk(font: fontkit.Font, glyph: number): GlyphInk {
  const { minX, maxX, minY, maxY } = font.getGlyph(glyph).bbox;
  const em = font.unitsPerEm;
  // fontkit gives a glyph without an outline a box of infinities.
  if (!Number.isFinite(minX)) return { left: 0, right: 0, above: 0, below: 0 };
  return { left: minX / em, right: maxX / em, above: maxY / em, below: -minY / em };
}
