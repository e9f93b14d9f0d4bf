import type { FontMeasures } from './opentype/font-measures.ts';
import type { FontSubset } from './opentype/subset-font.ts';
import type { GlyphStep, ShapedWord } from './shaped-word.ts';

/** How far the ink of a glyph reaches from its origin, as fractions of its size; `below` is positive downwards. */
export interface GlyphInk {
  readonly left: number;
  readonly right: number;
  readonly above: number;
  readonly below: number;
}

/** A font that is open, to be measured, shaped and embedded. Nothing of it is plain data. */
export interface PrintFont {
  readonly measures: FontMeasures;
  readonly postscriptName: string;
  hasCharacter(point: number): boolean;
  /** The advance of a glyph, in font units. */
  advance(glyph: number): number;
  /** Makes a shaper of words with some OpenType features, besides those that are always on. */
  shaper(features: readonly string[]): (word: string) => ShapedWord;
  ink(glyph: number): GlyphInk;
  /** The outline of a glyph, at a size of 1; y grows downwards from the baseline. */
  outline(glyph: number): GlyphStep[];
  createSubset(): FontSubset;
}
