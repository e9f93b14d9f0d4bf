import type { Box, GroupMark, Mark, PathStep } from './page.ts';

/** The most that a letter reaches above and below its baseline, as a share of its size. */
const ABOVE = 1;
const BELOW = 0.35;

/** A rectangle around a mark, in the coordinates that the mark is in. For text it is a little too large. */
export function boundsOf(mark: Mark): Box {
  switch (mark.kind) {
    case 'text':
      return {
        x: mark.x,
        y: mark.y - mark.size * ABOVE,
        width: mark.width,
        height: mark.size * (ABOVE + BELOW),
      };
    case 'image':
    case 'link':
      return mark.box;
    case 'shape': {
      const { outline, stroke } = mark;
      return withStrokeWidth(
        'box' in outline ? outline.box : boundingBox(outline.path.flatMap(pointsOf)),
        stroke,
      );
    }
    case 'group': {
      const inner = mark.clip ? [mark.clip] : mark.marks.map(boundsOf);
      return boundingBox(inner.flatMap(cornersOf).map((point) => placedPoint(mark, point)));
    }
  }
}

/** A rectangle around a box of a group, in the coordinates that the group is in. */
export const placedBox = (group: GroupMark, box: Box): Box =>
  boundingBox(cornersOf(box).map((point) => placedPoint(group, point)));

type Point = readonly [x: number, y: number];

const TURNS = { 0: [1, 0, 0, 1], 90: [0, 1, -1, 0], 180: [-1, 0, 0, -1], 270: [0, -1, 1, 0] } as const;

/** Converts a point from a group’s coordinates to those that the group is in. */
function placedPoint({ x, y, turn, scale, matrix }: GroupMark, [px, py]: Point): Point {
  const [a, b, c, d] = matrix ?? TURNS[turn].map((part) => part * scale);
  return [x + a! * px + c! * py, y + b! * px + d! * py];
}

const cornersOf = ({ x, y, width, height }: Box): Point[] => [
  [x, y],
  [x + width, y],
  [x, y + height],
  [x + width, y + height],
];

function pointsOf(step: PathStep): Point[] {
  const [, ...numbers] = step;
  return Array.from({ length: numbers.length / 2 }, (_, at) => [numbers[2 * at]!, numbers[2 * at + 1]!]);
}

function boundingBox(points: readonly Point[]): Box {
  if (points.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  // A path may have too many points to be the arguments of Math.min.
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));
  const [x, y] = [least(xs), least(ys)];
  return { x, y, width: most(xs) - x, height: most(ys) - y };
}

function withStrokeWidth(box: Box, stroke: { readonly width: number } | undefined): Box {
  const by = stroke ? stroke.width / 2 : 0;
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}
