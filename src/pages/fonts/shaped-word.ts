/** A word in glyphs. Each array has one item per glyph; advances are in thousandths of an em and include kerning. */
export interface ShapedWord {
  readonly glyphs: readonly number[];
  readonly advances: readonly number[];
  /** The characters that each glyph represents. */
  readonly characters: readonly string[];
  /** The sum of the advances. */
  readonly width: number;
  /** Whether it is a space between words, which a justified line widens. */
  readonly space?: true;
  /** Whether it is a hyphen that is there only because the line ends at it. */
  readonly softHyphen?: true;
}

/** A step of an outline: a move, a line, a curve with two control points, or `Z`, which closes it. */
export type GlyphStep =
  | readonly ['M' | 'L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];
