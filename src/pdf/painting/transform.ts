import type { Box, Page } from '../../pages/page.ts';

/** From the measure of a group to that of its page: x′ = ax + cy + e, y′ = bx + dy + f. */
export type Transform = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Gives a point of a group on the page. */
export const pointIn = ([a, b, c, d, e, f]: Transform, x: number, y: number): [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** Gives a rectangle of a group as PDF writes it: left, bottom, right, top, from the foot of the page. */
export function boxIn(transform: Transform, box: Box, page: Page): [number, number, number, number] {
  const [x, y] = pointIn(transform, box.x, box.y);
  const [u, v] = pointIn(transform, box.x + box.width, box.y + box.height);
  const rounded = (value: number) => Math.round(value * 1000) / 1000;
  return [
    rounded(Math.min(x, u)),
    rounded(page.height - Math.max(y, v)),
    rounded(Math.max(x, u)),
    rounded(page.height - Math.min(y, v)),
  ];
}
