/**
 * The narrowest space in a line, in ems. Programs that read PDFs aloud or search them take a much narrower one for no space
 * at all, and so do readers.
 */
export const MIN_SPACE = 0.2;

/** How a line is spaced, in points. */
interface LineSpacing {
  readonly size: number;
  /** Added to each space. */
  readonly wordSpace: number;
  /** Added after each glyph. */
  readonly letterSpace: number;
}

/** The narrowest that a space may become, in points. Negative letter spacing after the letter before it is made up for. */
export const minSpace = ({ size, letterSpace }: Omit<LineSpacing, 'wordSpace'>): number =>
  MIN_SPACE * size - Math.min(0, letterSpace);

/**
 * The width of a space in a line, in points.
 * @param advance its width in the font, in thousandths of an em
 */
export const spaceInLine = (advance: number, spacing: LineSpacing): number =>
  Math.max((advance * spacing.size) / 1000 + spacing.wordSpace + spacing.letterSpace, minSpace(spacing));
