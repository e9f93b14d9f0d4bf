import type { Box } from '../../pages/page.ts';

/** So much may two measures differ without one being larger, in points. */
const THIN = 0.001;

/** How much of some boxes is seen on a tile; a line without width counts by its length. */
export const visibleArea = (reach: readonly Box[], tile: Box): number =>
  reach.reduce((sum, box) => {
    const { width, height } = intersection(box, tile);
    return width < 0 || height < 0 ? sum : sum + (width + THIN) * (height + THIN);
  }, 0);

/** The tile that shows most of some boxes; of two that show as much, the first. */
export function mostVisibleTile(reach: readonly Box[], tiles: readonly Box[]): number {
  const areas = tiles.map((tile) => visibleArea(reach, tile));
  return areas.indexOf(areas.reduce((a, b) => Math.max(a, b)));
}

/** What two boxes share; its width or height is less than 0 if they lie apart. */
export function intersection(a: Box, b: Box): Box {
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
