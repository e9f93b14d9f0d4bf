import { mapPathStep } from '../map-path-step.ts';
import type { ShapingFontBook } from './font-book.ts';
import type { GlyphStep } from './shaped-word.ts';
import { spaceInLine } from './space-in-line.ts';

/** A line of text on a page: its baseline begins at x, y, in points. */
interface LineOfText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly face: string;
  readonly size: number;
  readonly wordSpace: number;
  readonly letterSpace: number;
}

/** A letter of a line, or a ligature. All in points; y grows downwards. */
interface PlacedLetter {
  readonly text: string;
  /** Where it begins, and the distance from there to the next one. */
  readonly x: number;
  readonly advance: number;
  /** A rectangle around its ink; undefined for a space. */
  readonly ink?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** The outline to fill. */
  readonly outline: () => GlyphStep[];
}

/** Gives the letters of a line in order, each with its place on the page. */
export function lettersOf(line: LineOfText, fonts: ShapingFontBook): PlacedLetter[] {
  const { face, size, y } = line;
  let x = line.x;
  return fonts.shape(face, line.text).parts.flatMap((word) =>
    word.glyphs.map((glyph, index): PlacedLetter => {
      const start = x;
      const advanceInEm = word.advances[index]!;
      const advance = word.space
        ? spaceInLine(advanceInEm, line)
        : (advanceInEm * size) / 1000 + line.letterSpace;
      x += advance;
      const { left, right, above, below } = fonts.glyphInk(face, glyph);
      const empty = right <= left || above <= -below;
      return {
        text: word.softHyphen ? '\u00AD' : word.characters[index]!,
        x: start,
        advance,
        ...(!empty && {
          ink: {
            x: start + left * size,
            y: y - above * size,
            width: (right - left) * size,
            height: (above + below) * size,
          },
        }),
        outline: () => fonts.glyphOutline(face, glyph).map((step) => placed(step, start, y, size)),
      };
    }),
  );
}

function placed(step: GlyphStep, x: number, y: number, size: number): GlyphStep {
  const rounded = (value: number) => Math.round(value * 1000) / 1000;
  return mapPathStep(step, (across, down) => [rounded(x + across * size), rounded(y + down * size)]);
}
