import type { GraphicsState } from './graphics-state.ts';
import { boxAround, type Matrix, moved, scaleOf, shared } from './matrix.ts';
import type { ReadShape, ReadStructureRef } from './page-mark.ts';

type Point = readonly [x: number, y: number];

/** How many corners an outline is kept with; it is for asking what lies under a text. */
const MOST_CORNERS = 600;
/** Into how many lines a curve is cut. */
const CUTS = 6;

/** An outline as it is being drawn, in the measure of the page. */
export interface TracedPath {
  move(matrix: Matrix, x: number, y: number): void;
  line(matrix: Matrix, x: number, y: number): void;
  /** A Bézier curve; without its first control point it begins where the path stands. */
  curve(matrix: Matrix, first: Point | undefined, second: Point, end: Point): void;
  rectangle(matrix: Matrix, x: number, y: number, width: number, height: number): void;
  close(): void;
  points(): readonly Point[];
  /** What it paints; nothing where it is clipped away. */
  shape(
    state: GraphicsState,
    structureRef: ReadStructureRef,
    fills: boolean,
    strokes: boolean,
  ): ReadShape | undefined;
}

export function tracePath(): TracedPath {
  const rings: Point[][] = [];
  const all: Point[] = [];
  const put = (point: Point) => {
    if (rings.length === 0) rings.push([]);
    rings.at(-1)!.push(point);
    all.push(point);
  };
  const begin = (point: Point) => {
    rings.push([]);
    put(point);
  };
  return {
    move: (matrix, x, y) => begin(moved(matrix, x, y)),
    line: (matrix, x, y) => put(moved(matrix, x, y)),
    curve(matrix, first, second, end) {
      const from = rings.at(-1)?.at(-1) ?? moved(matrix, ...second);
      const [one, two, to] = [
        first ? moved(matrix, ...first) : from,
        moved(matrix, ...second),
        moved(matrix, ...end),
      ];
      for (let cut = 1; cut <= CUTS; cut++) {
        const t = cut / CUTS;
        const s = 1 - t;
        const at = (axis: 0 | 1) =>
          s * s * s * from[axis] +
          3 * s * s * t * one[axis] +
          3 * s * t * t * two[axis] +
          t * t * t * to[axis];
        put([at(0), at(1)]);
      }
    },
    rectangle(matrix, x, y, width, height) {
      begin(moved(matrix, x, y));
      put(moved(matrix, x + width, y));
      put(moved(matrix, x + width, y + height));
      put(moved(matrix, x, y + height));
      put(moved(matrix, x, y));
    },
    close() {
      const ring = rings.at(-1);
      if (ring && ring.length > 0) put(ring[0]!);
    },
    points: () => all,
    shape(state, structureRef, fills, strokes) {
      const whole = boxAround(all);
      const box = shared(whole, state.clip);
      if (!box) return undefined;
      const opacity = fills ? state.fillOpacity : state.strokeOpacity;
      const corners = !fills || isUpright(rings) ? undefined : all.length > MOST_CORNERS ? [] : rings;
      return {
        kind: 'shape',
        box,
        structureRef,
        ...(fills && { fill: state.fill }),
        ...(strokes && {
          stroke: { colour: state.stroke, width: state.lineWidth * scaleOf(state.matrix) },
        }),
        ...(corners && { rings: corners.map((ring) => ring.flat()) }),
        ...(opacity < 1 && { opacity }),
      };
    },
  };
}

/** Whether an outline is one upright rectangle. */
function isUpright(rings: readonly (readonly Point[])[]): boolean {
  const drawn = rings.filter((ring) => ring.length > 1);
  const [ring] = drawn;
  if (drawn.length !== 1 || !ring || ring.length < 4 || ring.length > 6) return false;
  const same = (one: number, other: number) => Math.abs(one - other) < 0.01;
  return ring.every((point, index) => {
    const next = ring[index + 1] ?? ring[0]!;
    return same(point[0], next[0]) || same(point[1], next[1]);
  });
}
