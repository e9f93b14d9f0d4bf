import type { GlyphRun } from './opentype/glyph-run.ts';

/** A word in glyphs. */
export interface ShapedWord extends GlyphRun {
  /** Whether it is a space between words, which a justified line widens. */
  readonly space?: boolean;
  /** Whether it is a hyphen that is there only because the line ends at it. */
  readonly softHyphen?: boolean;
}

/** A step of an outline: a move, a line, a curve with two control points, or `Z`, which closes it. */
export type GlyphStep =
  | readonly ['M' | 'L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];
