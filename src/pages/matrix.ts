import type { Box } from './page.ts';

/** A transform: x′ = ax + cy + e, y′ = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Gives the transform that applies one matrix and then another. */
export const multiply = (first: Matrix, then: Matrix): Matrix => [
  first[0] * then[0] + first[1] * then[2],
  first[0] * then[1] + first[1] * then[3],
  first[2] * then[0] + first[3] * then[2],
  first[2] * then[1] + first[3] * then[3],
  first[4] * then[0] + first[5] * then[2] + then[4],
  first[4] * then[1] + first[5] * then[3] + then[5],
];

export const transformPoint = (matrix: Matrix, x: number, y: number): readonly [number, number] => [
  matrix[0] * x + matrix[2] * y + matrix[4],
  matrix[1] * x + matrix[3] * y + matrix[5],
];

/** Gives how much longer lines become on average. */
export const scaleOf = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c));

/** Gives the upright box around points. */
export function boundingBox(points: readonly (readonly [number, number])[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Gives the upright box around a transformed rectangle. */
export const transformBox = (matrix: Matrix, x: number, y: number, width: number, height: number): Box =>
  transformEdges(matrix, x, y, x + width, y + height);

/** Gives the upright box around a transformed rectangle between two of its corners. */
export function transformEdges(
  [a, b, c, d, e, f]: Matrix,
  left: number,
  top: number,
  right: number,
  bottom: number,
): Box {
  // Without lists of points: every piece of text on every page that is read back has such a box.
  const x1 = a * left + c * top + e;
  const x2 = a * right + c * top + e;
  const x3 = a * left + c * bottom + e;
  const x4 = a * right + c * bottom + e;
  const y1 = b * left + d * top + f;
  const y2 = b * right + d * top + f;
  const y3 = b * left + d * bottom + f;
  const y4 = b * right + d * bottom + f;
  const x = Math.min(x1, x2, x3, x4);
  const y = Math.min(y1, y2, y3, y4);
  return { x, y, width: Math.max(x1, x2, x3, x4) - x, height: Math.max(y1, y2, y3, y4) - y };
}

/** Gives what two boxes share; undefined if they do not meet. */
export function intersection(one: Box, other: Box): Box | undefined {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const width = Math.min(one.x + one.width, other.x + other.width) - x;
  const height = Math.min(one.y + one.height, other.y + other.height) - y;
  return width >= 0 && height >= 0 ? { x, y, width, height } : undefined;
}
