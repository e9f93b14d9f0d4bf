import { append } from '../diagnostics/collections/append.ts';
import { smallest } from '../diagnostics/collections/smallest.ts';
import { contrastRatio } from './contrast.ts';
import { type Matrix, transformPoint } from './matrix.ts';
import type { Colour, GroupMark, Mark, PathStep, ShapeMark, TextMark } from './page.ts';

/** A text and its contrast with what is painted behind it. */
interface TextContrast {
  readonly text: string;
  readonly contrast: number;
}

type Point = readonly [x: number, y: number];

/** An area that has been painted, as polygons. */
interface PaintedArea {
  readonly outlines: readonly (readonly Point[])[];
  readonly colour: Colour;
}

/**
 * Measures the contrast of each text with the areas behind it: the lowest of those at its first letter, its middle and its
 * last letter. Pictures of pixels are ignored, as if they were paper.
 * @param paper the colour behind everything
 */
export function textContrasts(marks: readonly Mark[], paper: Colour = 1): TextContrast[] {
  const painted: PaintedArea[] = [];
  const found: TextContrast[] = [];
  const walk = (inside: readonly Mark[], map: Matrix) => {
    for (const mark of inside) {
      if (mark.kind === 'group') walk(mark.marks, composedWith(map, mark));
      if (mark.kind === 'shape' && mark.fill !== undefined)
        painted.push({
          outlines: outlinesOf(mark).map((line) => line.map((at) => transformed(map, at))),
          colour: mark.fill,
        });
      if (mark.kind === 'text' && mark.text.trim() !== '')
        found.push({ text: mark.text, contrast: leastContrast(mark, map, painted, paper) });
    }
  };
  walk(marks, [1, 0, 0, 1, 0, 0]);
  return found;
}

function leastContrast(mark: TextMark, map: Matrix, painted: readonly PaintedArea[], paper: Colour): number {
  const { x, y, width, size, colour } = mark;
  const middle = y - size * 0.25;
  const places = [x + size * 0.1, x + width / 2, x + width - size * 0.1];
  return smallest(
    places.map((at) => {
      const point = transformed(map, [at, middle]);
      const behind = painted.findLast(({ outlines }) => inside(point, outlines));
      return contrastRatio(colour, behind?.colour ?? paper);
    }),
  );
}

const transformed = (matrix: Matrix, [x, y]: Point): Point => transformPoint(matrix, x, y);

function composedWith([A, B, C, D, E, F]: Matrix, group: GroupMark): Matrix {
  const angle = (group.turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle) * group.scale, Math.sin(angle) * group.scale];
  const [a, b, c, d] = group.matrix ?? [cos, sin, -sin, cos];
  const { x, y } = group;
  return [A * a + C * b, B * a + D * b, A * c + C * d, B * c + D * d, A * x + C * y + E, B * x + D * y + F];
}

/** A curve is approximated by this number of lines. */
const STEPS_PER_CURVE = 8;

function outlinesOf({ outline }: ShapeMark): Point[][] {
  if ('box' in outline) {
    const { x, y, width, height } = outline.box;
    return [
      [
        [x, y],
        [x + width, y],
        [x + width, y + height],
        [x, y + height],
      ],
    ];
  }
  const lines: Point[][] = [];
  for (const step of outline.path) {
    const line = lines.at(-1);
    if (step[0] === 'M') lines.push([[step[1], step[2]]]);
    else if (step[0] === 'L') line?.push([step[1], step[2]]);
    else if (step[0] === 'C' && line) append(line, pointsOnCurve(line.at(-1)!, step));
  }
  return lines;
}

function pointsOnCurve(
  [x0, y0]: Point,
  [, x1, y1, x2, y2, x3, y3]: Extract<PathStep, readonly ['C', ...number[]]>,
) {
  return Array.from({ length: STEPS_PER_CURVE }, (_, index): Point => {
    const t = (index + 1) / STEPS_PER_CURVE;
    const u = 1 - t;
    const at = (p0: number, p1: number, p2: number, p3: number) =>
      u ** 3 * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t ** 3 * p3;
    return [at(x0, x1, x2, x3), at(y0, y1, y2, y3)];
  });
}

/** Whether a point is inside polygons: a ray from it crosses them an odd number of times. */
function inside([x, y]: Point, outlines: readonly (readonly Point[])[]): boolean {
  let odd = false;
  for (const line of outlines)
    line.forEach(([x1, y1], index) => {
      const [x2, y2] = line[(index + 1) % line.length]!;
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) odd = !odd;
    });
  return odd;
}
