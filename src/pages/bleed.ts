import { mm } from './length.ts';
import type { Box, Page } from './page.ts';

/** What print shops cut off. */
export const BLEED = mm(3);

/** A box made larger on all sides. */
export const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

/** How far a page is printed beyond its edges, in points; 0 where it is not meant to be cut. */
export const bleedOf = ({ boxes }: Page): number => boxes.trim.x - boxes.bleed.x;
