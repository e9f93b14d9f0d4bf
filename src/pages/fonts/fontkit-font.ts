import type * as fontkit from 'fontkit';
import { IGNORABLE } from './ignorable.ts';
import { loadFontkit } from './load-fontkit.ts';
import { outlineSteps } from './outline-steps.ts';
import type { GlyphInk, PrintFont } from './print-font.ts';
import { shapeByPairs } from './shape-by-pairs.ts';
import { shapeText } from './shape-text.ts';

/** Parts of fontkit that its types lack. They come first, since fontkit's types of a subset are wrong. */
type FontTables = {
  readonly head: { readonly macStyle: { readonly italic: boolean } };
  readonly post: { readonly isFixedPitch: number };
  createSubset(): Subset;
} & fontkit.Font;
interface Subset {
  readonly glyphs: number[];
  readonly cff?: object;
  includeGlyph(glyph: number): number;
  encode(): Uint8Array;
}

/**
 * Opens a font with fontkit: it reads CFF outlines and WOFF, and shapes all scripts.
 * @param name the face, for error messages
 * @throws {Error} on variable fonts, which print wrongly, on collections, and on what is not a font
 */
export function openFontkitFont(name: string, bytes: Uint8Array): PrintFont {
  const font = loadFontkit().create(Buffer.from(bytes)) as FontTables;
  if (!('layout' in font)) throw new Error(`the font for “${name}” is a collection`);
  if (Object.keys(font.variationAxes ?? {}).length > 0)
    throw new Error(`the font for “${name}” is a variable font`);
  return {
    measures: measuresOf(font),
    postscriptName: font.postscriptName,
    hasCharacter: (point) => font.hasGlyphForCodePoint(point),
    advance: (glyph) => font.getGlyph(glyph).advanceWidth,
    shaper(features) {
      const shapeWhole = (text: string) => shapeText(font, [...features], text);
      const shapePairs = shapeByPairs(shapeWhole);
      return (word) => (IGNORABLE.test(word) ? shapeWhole(word) : shapePairs(word));
    },
    ink: (glyph) => glyphInk(font, glyph),
    outline: (glyph) => outlineSteps(font.getGlyph(glyph).path.commands, font.unitsPerEm),
    createSubset() {
      const subset = font.createSubset();
      return {
        glyphs: subset.glyphs,
        includeGlyph: (glyph) => subset.includeGlyph(glyph),
        encode: () => subset.encode(),
        ...(subset.cff && { isCff: true }),
      };
    },
  };
}

function measuresOf(font: FontTables): PrintFont['measures'] {
  const { unitsPerEm, ascent, descent, capHeight, xHeight, bbox, italicAngle } = font;
  return {
    ...{ unitsPerEm, ascent, descent, italicAngle },
    // Versions 0 and 1 of OS/2 have no heights of letters.
    capHeight: capHeight ?? ascent,
    xHeight: xHeight ?? 0,
    box: [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY],
    isItalic: font.head.macStyle.italic,
    isFixedPitch: Boolean(font.post.isFixedPitch),
    familyClass: (font['OS/2']?.sFamilyClass ?? 0) >> 8,
  };
}

function glyphInk(font: fontkit.Font, glyph: number): GlyphInk {
  const { minX, maxX, minY, maxY } = font.getGlyph(glyph).bbox;
  const em = font.unitsPerEm;
  // fontkit gives a glyph without an outline a box of infinities.
  if (!Number.isFinite(minX)) return { left: 0, right: 0, above: 0, below: 0 };
  return { left: minX / em, right: maxX / em, above: maxY / em, below: -minY / em };
}
