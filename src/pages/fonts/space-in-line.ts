/**
 * No space in a line is narrower than this, in ems. What reads PDFs, aloud or for a search, takes much less for no space at
 * all, and so do eyes.
 */
export const MIN_SPACE = 0.2;

/** How a line is filled out, in points. */
interface LineSpacing {
  readonly size: number;
  /** Added to each space. */
  readonly wordSpace: number;
  /** Added after each glyph. */
  readonly letterSpace: number;
}

/** How narrow a space may become. The letter before it may have come nearer, which is made up for. */
export const minSpace = ({ size, letterSpace }: Omit<LineSpacing, 'wordSpace'>): number =>
  MIN_SPACE * size - Math.min(0, letterSpace);

/**
 * How much room a space takes in a line, in points.
 * @param advance its own width, in thousandths of an em
 */
export const spaceInLine = (advance: number, spacing: LineSpacing): number =>
  Math.max((advance * spacing.size) / 1000 + spacing.wordSpace + spacing.letterSpace, minSpace(spacing));
