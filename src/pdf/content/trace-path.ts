import { boundingBox, intersection, type Matrix, scaleOf, transformPoint } from '../../pages/matrix.ts';
import type { GraphicsState } from './graphics-state.ts';
import type { ReadShape, ReadStructureRef } from './page-mark.ts';

export type Point = readonly [x: number, y: number];

/** How many corners of an outline are kept: it is only asked what is under a text. */
const MOST_CORNERS = 600;
/** How many straight lines a curve is divided into. */
const LINES_PER_CURVE = 6;

/** An outline as it is being drawn, in points on the page. Coordinates come in the measure of the matrix. */
export interface TracedPath {
  move(matrix: Matrix, x: number, y: number): void;
  line(matrix: Matrix, x: number, y: number): void;
  /** A Bézier curve. Without its first control point, that point is where the path has got to. */
  curve(matrix: Matrix, first: Point | undefined, second: Point, end: Point): void;
  rectangle(matrix: Matrix, x: number, y: number, width: number, height: number): void;
  close(): void;
  points(): readonly Point[];
  /** What it paints; undefined if that is clipped away. */
  shape(
    state: GraphicsState,
    structureRef: ReadStructureRef,
    fills: boolean,
    strokes: boolean,
  ): ReadShape | undefined;
}

/** Begins an outline, without any point. */
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
    move: (matrix, x, y) => begin(transformPoint(matrix, x, y)),
    line: (matrix, x, y) => put(transformPoint(matrix, x, y)),
    curve(matrix, first, second, end) {
      const control = transformPoint(matrix, ...second);
      const from = rings.at(-1)?.at(-1) ?? control;
      const points = curvePoints(
        from,
        first ? transformPoint(matrix, ...first) : from,
        control,
        transformPoint(matrix, ...end),
      );
      for (const point of points) put(point);
    },
    rectangle(matrix, x, y, width, height) {
      begin(transformPoint(matrix, x, y));
      put(transformPoint(matrix, x + width, y));
      put(transformPoint(matrix, x + width, y + height));
      put(transformPoint(matrix, x, y + height));
      put(transformPoint(matrix, x, y));
    },
    close() {
      const ring = rings.at(-1);
      if (ring && ring.length > 0) put(ring[0]!);
    },
    points: () => all,
    shape(state, structureRef, fills, strokes) {
      const box = intersection(boundingBox(all), state.clip);
      if (!box) return undefined;
      const opacity = fills ? state.fillOpacity : state.strokeOpacity;
      const stroke = { colour: state.stroke, width: state.lineWidth * scaleOf(state.matrix) };
      const kept = fills ? keptRings(rings, all.length) : undefined;
      return {
        kind: 'shape',
        box,
        structureRef,
        ...(fills && { fill: state.fill }),
        ...(strokes && { stroke }),
        ...(kept && { rings: kept }),
        ...(opacity < 1 && { opacity }),
      };
    },
  };
}

/** A cubic Bézier curve as points at even steps, without the one that it begins at. */
const curvePoints = (from: Point, first: Point, second: Point, end: Point): Point[] =>
  Array.from({ length: LINES_PER_CURVE }, (_, index) => {
    const t = (index + 1) / LINES_PER_CURVE;
    const s = 1 - t;
    const at = (axis: 0 | 1) =>
      s * s * s * from[axis] +
      3 * s * s * t * first[axis] +
      3 * s * t * t * second[axis] +
      t * t * t * end[axis];
    return [at(0), at(1)];
  });

/**
 * The outline as a mark keeps it: x and y in turn. A rectangle is known by its box, and of too many corners none are
 * kept.
 */
function keptRings(rings: readonly (readonly Point[])[], corners: number): number[][] | undefined {
  if (isUpright(rings)) return undefined;
  return corners > MOST_CORNERS ? [] : rings.map((ring) => ring.flat());
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
