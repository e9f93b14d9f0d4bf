import { type Matrix, multiply } from '../../../matrix.ts';
import type { PathStep } from '../../../page.ts';
import type { SvgElement } from '../document/svg-tree.ts';
import type { SvgStyle } from '../style/svg-style.ts';
import type { ReadLength } from './svg-outline.ts';
import { viewBoxMatrix } from './svg-viewport.ts';

type Point = readonly [x: number, y: number];

/** A corner of a line, with the directions in which the line comes and goes, in radians. */
interface Corner {
  readonly at: Point;
  readonly comes: number | undefined;
  readonly goes: number | undefined;
}

/** A marker to draw: its element, and the transform from its units to those of the line. */
interface PlacedMarker {
  readonly marker: SvgElement;
  readonly matrix: Matrix;
}

/** Places the arrowheads and dots on the corners of an outline. */
export function placedMarkers(
  outline: readonly PathStep[],
  { markers, strokeWidth }: SvgStyle,
  byId: ReadonlyMap<string, SvgElement>,
  lengthsOf: (element: SvgElement) => ReadLength,
): PlacedMarker[] {
  if (!markers.start && !markers.mid && !markers.end) return [];
  const corners = cornersOf(outline);
  return corners.flatMap((corner, index): PlacedMarker[] => {
    const isFirst = index === 0;
    const isLast = index === corners.length - 1;
    const ids = [isFirst && markers.start, !isFirst && !isLast && markers.mid, isLast && markers.end];
    return ids.flatMap((id): PlacedMarker[] => {
      const marker = id ? byId.get(id) : undefined;
      if (marker?.name !== 'marker') return [];
      const matrix = markerMatrix(
        marker,
        corner,
        isFirst && id === markers.start,
        strokeWidth,
        lengthsOf(marker),
      );
      return [{ marker, matrix }];
    });
  });
}

function markerMatrix(
  marker: SvgElement,
  { at, comes, goes }: Corner,
  isStart: boolean,
  strokeWidth: number,
  readLength: ReadLength,
): Matrix {
  const { orient = '0', markerUnits, viewBox, preserveAspectRatio } = marker.attributes;
  const [width, height] = [readLength('markerWidth', 3), readLength('markerHeight', 3)];
  const fitted = viewBox
    ? viewBoxMatrix(viewBox, preserveAspectRatio, { x: 0, y: 0, width, height })
    : undefined;
  const inBox: Matrix = fitted ?? [1, 0, 0, 1, 0, 0];
  const [refX, refY] = [readLength('refX'), readLength('refY')];
  const reference = [inBox[0] * refX + inBox[4], inBox[3] * refY + inBox[5]] as const;
  const size = markerUnits === 'userSpaceOnUse' ? 1 : strokeWidth;
  const turn = orient.startsWith('auto')
    ? between(comes, goes) + (isStart && orient === 'auto-start-reverse' ? Math.PI : 0)
    : ((Number.parseFloat(orient) || 0) * Math.PI) / 180;
  const turned: Matrix = [Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn), at[0], at[1]];
  const moved = multiply(inBox, [1, 0, 0, 1, -reference[0], -reference[1]]);
  return multiply(multiply(moved, [size, 0, 0, size, 0, 0]), turned);
}

/** The direction half way between two. */
function between(comes: number | undefined, goes: number | undefined): number {
  if (comes === undefined || goes === undefined) return comes ?? goes ?? 0;
  return Math.atan2(Math.sin(comes) + Math.sin(goes), Math.cos(comes) + Math.cos(goes));
}

function cornersOf(outline: readonly PathStep[]): Corner[] {
  const corners: { at: Point; comes: number | undefined; goes: number | undefined }[] = [];
  let start: Point = [0, 0];
  const goTo = (to: Point, first: Point, last: Point) => {
    const from = corners.at(-1);
    if (!from) return;
    from.goes ??= direction(from.at, first) ?? direction(from.at, last) ?? direction(from.at, to);
    const comes = direction(last, to) ?? direction(first, to) ?? direction(from.at, to);
    corners.push({ at: to, comes, goes: undefined });
  };
  for (const step of outline) {
    const here = corners.at(-1)?.at ?? start;
    switch (step[0]) {
      case 'M':
        start = [step[1], step[2]];
        corners.push({ at: start, comes: undefined, goes: undefined });
        break;
      case 'L':
        goTo([step[1], step[2]], [step[1], step[2]], here);
        break;
      case 'C':
        goTo([step[5], step[6]], [step[1], step[2]], [step[3], step[4]]);
        break;
      case 'Z':
        if (String(here) !== String(start)) goTo(start, start, here);
        break;
    }
  }
  return corners;
}

const direction = ([x, y]: Point, [u, v]: Point): number | undefined =>
  Math.hypot(u - x, v - y) < 1e-9 ? undefined : Math.atan2(v - y, u - x);
