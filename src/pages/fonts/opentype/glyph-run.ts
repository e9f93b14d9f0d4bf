/** Characters in glyphs. Each array has one item per glyph; advances are in thousandths of an em and include kerning. */
export interface GlyphRun {
  readonly glyphs: readonly number[];
  readonly advances: readonly number[];
  /** The characters that each glyph represents. */
  readonly characters: readonly string[];
  /** The sum of the advances. */
  readonly width: number;
}
