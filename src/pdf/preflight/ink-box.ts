import type { Box } from '../../pages/page.ts';
import type { ReadText } from '../content/page-mark.ts';

/** How far letters without accents reach from the baseline, in ems. */
const ABOVE = 0.72;
const BELOW = 0.22;

/** Estimates where the ink of a text is. The box of the text is larger: a font's lines are higher than its letters. */
export function inkBox({ from, to, size, turn }: ReadText, above = ABOVE, below = BELOW): Box {
  const angle = (turn * Math.PI) / 180;
  // The direction up from the baseline, on the page.
  const up = [Math.sin(angle) * size, -Math.cos(angle) * size] as const;
  // Several checks ask for the box of every text, so there are no lists of points.
  const xs = [up[0] * above, -up[0] * below] as const;
  const ys = [up[1] * above, -up[1] * below] as const;
  const x = Math.min(from[0] + xs[0], from[0] + xs[1], to[0] + xs[0], to[0] + xs[1]);
  const y = Math.min(from[1] + ys[0], from[1] + ys[1], to[1] + ys[0], to[1] + ys[1]);
  const right = Math.max(from[0] + xs[0], from[0] + xs[1], to[0] + xs[0], to[0] + xs[1]);
  const bottom = Math.max(from[1] + ys[0], from[1] + ys[1], to[1] + ys[0], to[1] + ys[1]);
  return { x, y, width: right - x, height: bottom - y };
}

/** Gives the least distance of a box from the edges of another that it should be in; negative if it crosses one. */
export const clearance = (box: Box, outer: Box): number =>
  Math.min(
    box.x - outer.x,
    box.y - outer.y,
    outer.x + outer.width - box.x - box.width,
    outer.y + outer.height - box.y - box.height,
  );

export const coversPoint = (box: Box, x: number, y: number): boolean =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
