import { bleedOf } from '../../pages/bleed.ts';
import type { Box, Page } from '../../pages/page.ts';
import type { PlacedPage } from './placed-page.ts';

/** Cells on a sheet: their area as a whole, and how it is divided. */
export interface Cells extends Box {
  readonly columns: number;
  readonly rows: number;
}

/**
 * Gives the visible part of a page with a bleed, in the page’s coordinates. It reaches as far as the bleed, but not
 * into the
 * cells next to it, unless they are cards, which all have the same colour at their edges.
 * @returns undefined if the page has no bleed
 */
export function bleedClip(placed: PlacedPage, page: Page, cells: Cells, cards: boolean): Box | undefined {
  const bleed = bleedOf(page);
  if (bleed <= 0) return undefined;
  const over = placed.turn === 180 ? -1 : 1;
  const [width, height] = [cells.width / cells.columns, cells.height / cells.rows];
  const nth = (middle: number, size: number) => Math.floor(middle / size);
  const column = nth(placed.x - cells.x + (over * page.width * placed.scale) / 2, width);
  const row = nth(placed.y - cells.y + (over * page.height * placed.scale) / 2, height);
  const left = cells.x + column * width - (cards || column === 0 ? bleed : 0);
  const right = cells.x + (column + 1) * width + (cards || column === cells.columns - 1 ? bleed : 0);
  const top = cells.y + row * height - (cards || row === 0 ? bleed : 0);
  const bottom = cells.y + (row + 1) * height + (cards || row === cells.rows - 1 ? bleed : 0);
  const inside = (from: number, origin: number) => (over * (from - origin)) / placed.scale;
  return {
    x: Math.min(inside(left, placed.x), inside(right, placed.x)),
    y: Math.min(inside(top, placed.y), inside(bottom, placed.y)),
    width: (right - left) / placed.scale,
    height: (bottom - top) / placed.scale,
  };
}
