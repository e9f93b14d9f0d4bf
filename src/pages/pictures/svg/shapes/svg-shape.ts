import { rounded } from '../../../length.ts';
import { mapPathStep } from '../../../map-path-step.ts';
import type { Matrix } from '../../../matrix.ts';
import type { Colour, GroupMark, PathStep, ShapeMark } from '../../../page.ts';
import type { SvgStyle } from '../style/svg-style.ts';
import { uniformScale } from './svg-matrix.ts';
import { transformOutline } from './svg-outline.ts';

/** The colours that a shape is drawn in, once nothing is transparent. */
interface ShapeColours {
  readonly fill: Colour | undefined;
  readonly stroke: Colour | undefined;
}

/** CSS pixels are three quarters of a point. */
const POINTS = 72 / 96;

/** The marks of a shape in its style; none for a shape that cannot be seen. @param matrix from user units to points */
export function shapeMarks(
  outline: readonly PathStep[],
  style: SvgStyle,
  { fill, stroke }: ShapeColours,
  matrix: Matrix,
): (ShapeMark | GroupMark)[] {
  const { strokeWidth, dash, dashOffset, cap, join, evenOdd, visible, fixedStroke } = style;
  const stroked = stroke !== undefined && strokeWidth > 0;
  if (!visible || outline.length === 0 || (fill === undefined && !stroked)) return [];
  const scale = fixedStroke ? POINTS : uniformScale(matrix);
  const factor = scale ?? 1;
  const mark = (path: readonly PathStep[]): ShapeMark => ({
    kind: 'shape',
    structureRef: { slot: 0 },
    outline: { path: path.map(roundedStep) },
    ...(fill !== undefined && { fill }),
    ...(evenOdd && { evenOdd }),
    ...(stroked && {
      stroke: {
        colour: stroke,
        width: rounded(strokeWidth * factor),
        ...(dash.length > 0 && {
          dash: dash.map((one) => rounded(one * factor)),
          dashOffset: rounded(dashOffset * factor),
        }),
        cap,
        join,
      },
    }),
  });
  // A stroke that the matrix makes wider in one direction is stroked before it is transformed.
  if (!stroked || scale !== undefined) return [mark(transformOutline(outline, matrix))];
  const [a, b, c, d, x, y] = matrix;
  return [
    { kind: 'group', role: 'drawing', x, y, turn: 0, scale: 1, matrix: [a, b, c, d], marks: [mark(outline)] },
  ];
}

const roundedStep = (step: PathStep): PathStep => mapPathStep(step, (x, y) => [rounded(x), rounded(y)]);
