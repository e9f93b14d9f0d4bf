import type { Box } from '../page.ts';
import type { PlaceOnPage } from './places-of-pages.ts';

/** Where on the pages of a document something is printed. */
interface PrintedPart {
  /** Its page, counted from 0. */
  readonly page: number;
  readonly box: Box;
}

/**
 * Gives where a line of a file is printed: all parts that come from the last place at or above it. A text of several lines
 * has the place of its first.
 * @param line counted from 1
 */
export function partsOfLine(
  pages: readonly (readonly PlaceOnPage[])[],
  file: string,
  line: number,
): readonly PrintedPart[] {
  const parts = pages.flatMap((page, index) =>
    page.flatMap(({ box, at }) => (at.file === file && at.line <= line ? [{ page: index, box, at }] : [])),
  );
  const last = parts.reduce((most, { at }) => Math.max(most, at.line), 0);
  return parts.flatMap(({ page, box, at }) => (at.line === last ? [{ page, box }] : []));
}
