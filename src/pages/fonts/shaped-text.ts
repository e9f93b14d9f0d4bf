import type { ShapedWord } from './shaped-word.ts';

/** A text in glyphs, word by word and space by space. */
export interface ShapedText {
  readonly parts: readonly ShapedWord[];
  /** The sum of the advances, in thousandths of an em. */
  readonly width: number;
  readonly glyphCount: number;
  /** The width of each space, in thousandths of an em. */
  readonly spaceWidths: readonly number[];
}

/** Gives a text with a space after it. */
export const withSpace = (
  { parts, width, glyphCount, spaceWidths }: ShapedText,
  space: ShapedWord,
): ShapedText => ({
  parts: [...parts, space],
  width: width + space.width,
  glyphCount: glyphCount + space.glyphs.length,
  spaceWidths: [...spaceWidths, space.width],
});

/** Adds up what the parts of a text measure. */
export function shapedText(parts: readonly ShapedWord[]): ShapedText {
  let width = 0;
  let glyphCount = 0;
  const spaceWidths: number[] = [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!;
    width += part.width;
    glyphCount += part.glyphs.length;
    if (part.space) spaceWidths.push(part.width);
  }
  return { parts, width, glyphCount, spaceWidths };
}
