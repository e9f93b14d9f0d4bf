import { boundingBox } from '../../pages/matrix.ts';
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
  return boundingBox(
    [from, to].flatMap(([x, y]) => [
      [x + up[0] * above, y + up[1] * above] as const,
      [x - up[0] * below, y - up[1] * below] as const,
    ]),
  );
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
