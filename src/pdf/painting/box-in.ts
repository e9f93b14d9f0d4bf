import { type Matrix, transformPoint } from '../../pages/matrix.ts';
import type { Box, Page } from '../../pages/page.ts';

/** Gives a rectangle of a group as PDF writes it: left, bottom, right, top, from the foot of the page. */
export function boxIn(transform: Matrix, box: Box, page: Page): [number, number, number, number] {
  const [x, y] = transformPoint(transform, box.x, box.y);
  const [u, v] = transformPoint(transform, box.x + box.width, box.y + box.height);
  const rounded = (value: number) => Math.round(value * 1000) / 1000;
  return [
    rounded(Math.min(x, u)),
    rounded(page.height - Math.max(y, v)),
    rounded(Math.max(x, u)),
    rounded(page.height - Math.min(y, v)),
  ];
}
