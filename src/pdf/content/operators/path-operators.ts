import { boundingBox, intersection } from '../../../pages/matrix.ts';
import {
  addMark,
  type ContentOperators,
  type ContentState,
  currentStructureRef,
  setGraphics,
} from '../content-state.ts';
import { numberAt, type Operand } from '../syntax/operand.ts';
import { type Point, tracePath } from '../trace-path.ts';

/** Where no part of a page is. */
const NOWHERE = { x: -1e9, y: -1e9, width: 0, height: 0 };

/** Operators that build, paint and clip paths (ISO 32000-1, 8.5). Both fill rules are read alike. */
export const PATH_OPERATORS: ContentOperators = {
  m: ({ path, graphics }, operands) => path.move(graphics.matrix, ...pointAt(operands, 0)),
  l: ({ path, graphics }, operands) => path.line(graphics.matrix, ...pointAt(operands, 0)),
  c: ({ path, graphics }, operands) =>
    path.curve(graphics.matrix, pointAt(operands, 0), pointAt(operands, 2), pointAt(operands, 4)),
  v: ({ path, graphics }, operands) =>
    path.curve(graphics.matrix, undefined, pointAt(operands, 0), pointAt(operands, 2)),
  y: ({ path, graphics }, operands) =>
    path.curve(graphics.matrix, pointAt(operands, 0), pointAt(operands, 2), pointAt(operands, 2)),
  re: ({ path, graphics }, operands) =>
    path.rectangle(graphics.matrix, ...pointAt(operands, 0), ...pointAt(operands, 2)),
  h: ({ path }) => path.close(),
  W: clip,
  'W*': clip,
  n: endPath,
  f: fill,
  F: fill,
  'f*': fill,
  S: stroke,
  s: (state) => {
    state.path.close();
    stroke(state);
  },
  B: fillAndStroke,
  'B*': fillAndStroke,
  b: closeFillAndStroke,
  'b*': closeFillAndStroke,
};

const pointAt = (operands: readonly Operand[], index: number): Point => [
  numberAt(operands, index),
  numberAt(operands, index + 1),
];

function clip(state: ContentState): void {
  state.isClipping = true;
}

function fill(state: ContentState): void {
  paintPath(state, true, false);
}

function stroke(state: ContentState): void {
  paintPath(state, false, true);
}

function fillAndStroke(state: ContentState): void {
  paintPath(state, true, true);
}

function closeFillAndStroke(state: ContentState): void {
  state.path.close();
  fillAndStroke(state);
}

function paintPath(state: ContentState, fills: boolean, strokes: boolean): void {
  const { page, path, graphics } = state;
  if (path.points().length > 0)
    addMark(page, path.shape(graphics, currentStructureRef(page), fills, strokes));
  endPath(state);
}

/** Begins a new path, and clips to the box of the last one if that was asked for. */
function endPath(state: ContentState): void {
  const points = state.path.points();
  if (state.isClipping && points.length > 0)
    setGraphics(state, { clip: intersection(state.graphics.clip, boundingBox(points)) ?? NOWHERE });
  state.isClipping = false;
  state.path = tracePath();
}
