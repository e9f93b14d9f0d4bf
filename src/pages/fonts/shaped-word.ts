/** A word in glyphs. All arrays have one item a glyph; advances are in thousandths of an em, kerning included. */
export interface ShapedWord {
  readonly glyphs: readonly number[];
  readonly advances: readonly number[];
  /** The characters that each glyph stands for. */
  readonly characters: readonly string[];
  /** The sum of the advances. */
  readonly width: number;
  /** Whether it is a space between words, which a justified line widens. */
  readonly space?: true;
  /** Whether it is a hyphen that only the end of the line put there. */
  readonly softHyphen?: true;
}
/** A step of an outline: to a point, in a line or in a curve with two handles; `Z` closes it. */
export type GlyphStep =
  | readonly ['M' | 'L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];
