import type { Box } from '../../pages/page.ts';

/** The tolerance when comparing measurements, in points. */
const THIN = 0.001;

/** Gives how much of some boxes is visible on a tile, in square points. A line without width counts by its length. */
export const visibleArea = (reach: readonly Box[], tile: Box): number =>
  reach.reduce((sum, box) => {
    const { width, height } = overlapBox(box, tile);
    return width < 0 || height < 0 ? sum : sum + (width + THIN) * (height + THIN);
  }, 0);

/** Gives the index of the tile that shows most of some boxes; of equals, the first. */
export function mostVisibleTile(reach: readonly Box[], tiles: readonly Box[]): number {
  const areas = tiles.map((tile) => visibleArea(reach, tile));
  return areas.indexOf(areas.reduce((a, b) => Math.max(a, b)));
}

/** Gives the intersection of two boxes. Its width or height is negative if they do not overlap. */
export function overlapBox(a: Box, b: Box): Box {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  return {
    x,
    y,
    width: Math.min(a.x + a.width, b.x + b.width) - x,
    height: Math.min(a.y + a.height, b.y + b.height) - y,
  };
}

export const contains = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x - THIN &&
  inner.y >= outer.y - THIN &&
  inner.x + inner.width <= outer.x + outer.width + THIN &&
  inner.y + inner.height <= outer.y + outer.height + THIN;
