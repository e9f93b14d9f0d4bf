import { smallest } from '../../../diagnostics/collections/smallest.ts';
import type { ShapedText } from '../../../pages/fonts/shaped-text.ts';
import { minSpace, spaceInLine } from '../../../pages/fonts/space-in-line.ts';
import { LETTER_SHRINK, LETTER_STRETCH, SPACE_STRETCH } from '../../lines/flexibility.ts';

/** Text of a line in one face and size, and its natural width in points. */
export interface LineText {
  readonly size: number;
  readonly width: number;
  readonly shaped: ShapedText;
}

/** The room added to each space and after each letter of a line, in points. */
interface Spacing {
  readonly wordSpace: number;
  readonly letterSpace: number;
}

/** The most a space may grow, as a share of its width. A line that would need more is left short. */
const MOST_SPACE = 1;

/**
 * Gives the room to add to each space and after each letter so that a line fills its measure. Both take their share
 * of the
 * slack up to the limit for letters; spaces take the rest, as far as they may grow or shrink.
 * @param slack how much wider the line has to be, in points; negative if it is too wide
 * @param size the type size of the paragraph, in points
 */
export function spreadLine(texts: readonly LineText[], slack: number, size: number): Spacing {
  const spaces: Space[] = [];
  let glyphs = 0;
  for (const { shaped, size: own } of texts) {
    const { spaceWidths, glyphCount } = shaped;
    for (let at = 0; at < spaceWidths.length; at++) spaces.push({ advance: spaceWidths[at]!, size: own });
    glyphs += glyphCount;
  }
  if (spaces.length === 0) return { wordSpace: 0, letterSpace: 0 };
  return slack < 0 ? tightened(spaces, slack, glyphs, size) : widened(spaces, slack, glyphs, size);
}

interface Space {
  readonly advance: number;
  readonly size: number;
}

const naturalOf = ({ advance, size }: Space) => (advance * size) / 1000;

function sumOf(spaces: readonly Space[], measure: (space: Space) => number): number {
  let sum = 0;
  for (let at = 0; at < spaces.length; at++) sum += measure(spaces[at]!);
  return sum;
}

function widened(spaces: readonly Space[], slack: number, glyphs: number, size: number): Spacing {
  const spaceWidth = sumOf(spaces, naturalOf);
  const letters = LETTER_STRETCH * size * glyphs;
  const words = SPACE_STRETCH * spaceWidth;
  const letterSpace = (Math.min(1, slack / (letters + words)) * letters) / glyphs;
  const rest = (slack - letterSpace * glyphs) / spaces.length;
  return { wordSpace: Math.min(rest, (MOST_SPACE * spaceWidth) / spaces.length), letterSpace };
}

/** Shrinks all spaces by the same amount, but none below the least width: the others then shrink more. */
function tightened(spaces: readonly Space[], slack: number, glyphs: number, size: number): Spacing {
  const letters = LETTER_SHRINK * size * (glyphs - spaces.length);
  const words = sumOf(spaces, (space) => naturalOf(space) - minSpace({ size: space.size, letterSpace: 0 }));
  const share = Math.min(1, -slack / (letters + words));
  const letterSpace = -share * LETTER_SHRINK * size;
  const least = ({ size: own }: Space) => minSpace({ size: own, letterSpace });

  let room = sumOf(spaces, naturalOf) + slack - letterSpace * (glyphs - spaces.length);
  let free = spaces;
  for (;;) {
    const wordSpace = (room - sumOf(free, naturalOf)) / free.length - letterSpace;
    const isFree = (space: Space) => naturalOf(space) + wordSpace + letterSpace >= least(space);
    const still = free.filter(isFree);
    if (still.length === free.length) return { wordSpace, letterSpace };
    // A line of words that may not be separated can still be too wide.
    if (still.length === 0)
      return {
        wordSpace: smallest(free.map((one) => least(one) - naturalOf(one))) - letterSpace,
        letterSpace,
      };
    room -= sumOf(
      free.filter((space) => !isFree(space)),
      least,
    );
    free = still;
  }
}

/** Gives the width of a text with the added room, in points. */
export function spreadWidth({ size, width, shaped }: LineText, added: Spacing): number {
  const { spaceWidths, glyphCount } = shaped;
  let grown = 0;
  // Most spaces of a line have one width.
  let last: number | undefined;
  let each = 0;
  for (let at = 0; at < spaceWidths.length; at++) {
    const advance = spaceWidths[at]!;
    if (advance !== last) each = spaceInLine(advance, { size, ...added }) - naturalOf({ advance, size });
    last = advance;
    grown += each;
  }
  return width + (glyphCount - spaceWidths.length) * added.letterSpace + grown;
}
