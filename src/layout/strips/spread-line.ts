import { smallest } from '../../diagnostics/collections/smallest.ts';
import type { FontBook } from '../../pages/fonts/font-book.ts';
import { minSpace, spaceInLine } from '../../pages/fonts/space-in-line.ts';
import { LETTER_SHRINK, LETTER_STRETCH, SPACE_STRETCH } from '../lines/text-items.ts';

/** Text of a line in one face and size, and its natural width in points. */
interface LineText {
  readonly face: string;
  readonly size: number;
  readonly text: string;
  readonly width: number;
}

/** What is added to each space and after each letter of a line, in points. */
interface Spacing {
  readonly wordSpace: number;
  readonly letterSpace: number;
}

/** A space grows to twice its width at most; a line that would need more is left short. */
const MOST_SPACE = 1;

/**
 * What is added to each space and after each letter so that a line fills its measure: both take their share of the slack
 * up to the letters’ limit, and spaces take the rest, as far as they may grow or shrink.
 * @param slack how much wider the line is to be; negative if it is too wide
 * @param size that of the paragraph’s letters
 */
export function spreadLine(
  texts: readonly LineText[],
  slack: number,
  size: number,
  fonts: FontBook,
): Spacing {
  const spaces = texts.flatMap((one) =>
    fonts.spaceWidths(one.face, one.text).map((advance) => ({ advance, size: one.size })),
  );
  if (spaces.length === 0) return { wordSpace: 0, letterSpace: 0 };
  const glyphs = texts.reduce((sum, { face, text }) => sum + fonts.glyphCount(face, text), 0);
  return slack < 0 ? tightened(spaces, slack, glyphs, size) : widened(spaces, slack, glyphs, size);
}

interface Space {
  readonly advance: number;
  readonly size: number;
}

const naturalOf = ({ advance, size }: Space) => (advance * size) / 1000;
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

function widened(spaces: readonly Space[], slack: number, glyphs: number, size: number): Spacing {
  const spaceWidth = sumOf(spaces.map(naturalOf));
  const letters = LETTER_STRETCH * size * glyphs;
  const words = SPACE_STRETCH * spaceWidth;
  const letterSpace = (Math.min(1, slack / (letters + words)) * letters) / glyphs;
  const rest = (slack - letterSpace * glyphs) / spaces.length;
  return { wordSpace: Math.min(rest, (MOST_SPACE * spaceWidth) / spaces.length), letterSpace };
}

/** Spaces lose the same, but none gets narrower than any may be: the others then lose more. */
function tightened(spaces: readonly Space[], slack: number, glyphs: number, size: number): Spacing {
  const letters = LETTER_SHRINK * size * (glyphs - spaces.length);
  const words = sumOf(spaces.map((space) => naturalOf(space) - minSpace({ ...space, letterSpace: 0 })));
  const share = Math.min(1, -slack / (letters + words));
  const letterSpace = -share * LETTER_SHRINK * size;
  const least = (space: Space) => minSpace({ ...space, letterSpace });

  let room = sumOf(spaces.map(naturalOf)) + slack - letterSpace * (glyphs - spaces.length);
  let free = spaces;
  for (;;) {
    const wordSpace = (room - sumOf(free.map(naturalOf))) / free.length - letterSpace;
    const isFree = (space: Space) => naturalOf(space) + wordSpace + letterSpace >= least(space);
    const still = free.filter(isFree);
    if (still.length === free.length) return { wordSpace, letterSpace };
    // A line of words that hold together may be too wide even so.
    if (still.length === 0)
      return {
        wordSpace: smallest(free.map((one) => least(one) - naturalOf(one))) - letterSpace,
        letterSpace,
      };
    room -= sumOf(free.filter((space) => !isFree(space)).map(least));
    free = still;
  }
}

/** How wide a text is when so much is added, in points. */
export function spreadWidth({ face, size, text, width }: LineText, added: Spacing, fonts: FontBook): number {
  const spaces = fonts.spaceWidths(face, text);
  const letters = fonts.glyphCount(face, text) - spaces.length;
  const grown = spaces.map(
    (advance) => spaceInLine(advance, { size, ...added }) - naturalOf({ advance, size }),
  );
  return width + letters * added.letterSpace + sumOf(grown);
}
