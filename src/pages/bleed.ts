import { mm } from './length.ts';
import type { Box, Page } from './page.ts';

/** How far print shops expect colour to reach beyond the trim edge, in points. */
export const BLEED = mm(3);

/** A box made larger on all sides, by a distance in points. */
export const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

/** The bleed of a page in points; 0 if the page is not to be cut. */
export const bleedOf = ({ boxes }: Page): number => boxes.trim.x - boxes.bleed.x;
