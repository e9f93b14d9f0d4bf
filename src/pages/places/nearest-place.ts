import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Box } from '../page.ts';
import type { PlaceOnPage } from './places-of-pages.ts';

/** As near as this, a point is meant for a part; in points. */
const NEAR = 5;

/**
 * Gives where what is printed at a point of a page was written: the smallest part that holds it, or else the part above it,
 * since lines to write on belong to the question before them, or else the nearest. Undefined for a page without any.
 */
export function nearestPlace(parts: readonly PlaceOnPage[], x: number, y: number): Place | undefined {
  const here = parts.filter(({ box }) => distance(box, x, y) <= NEAR);
  const above = parts.filter(({ box }) => bottom(box) <= y && box.x <= x && x <= box.x + box.width);
  return (
    least(here, ({ width, height }) => width * height) ??
    least(above, (box) => -bottom(box)) ??
    least(parts, (box) => distance(box, x, y))
  )?.at;
}

/** The distance of a point from a box: 0 inside. */
const distance = ({ x: left, y: top, width, height }: Box, x: number, y: number): number =>
  Math.hypot(Math.max(left - x, 0, x - left - width), Math.max(top - y, 0, y - top - height));

const bottom = ({ y, height }: Box): number => y + height;

const least = (parts: readonly PlaceOnPage[], measure: (box: Box) => number): PlaceOnPage | undefined =>
  parts.reduce<PlaceOnPage | undefined>(
    (best, one) => (best && measure(best.box) <= measure(one.box) ? best : one),
    undefined,
  );
