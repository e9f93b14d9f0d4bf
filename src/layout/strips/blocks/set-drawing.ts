import type { DrawingBlock, DrawingPoint, DrawingShape, DrawingText } from '../../../blocks/block.ts';
import { plainText } from '../../../blocks/plain-text.ts';
import { largest } from '../../../diagnostics/collections/largest.ts';
import { smallest } from '../../../diagnostics/collections/smallest.ts';
import { rounded } from '../../../pages/length.ts';
import type { Box, GroupMark, Mark, PathStep, ShapeMark, StructureRef } from '../../../pages/page.ts';
import { type TypeLook, typeLook } from '../../lines/type-look.ts';
import { colourOf } from '../../style/colour-of.ts';
import { ruleStroke } from '../../style/rule-stroke.ts';
import type { LayoutContext } from '../layout-context.ts';
import { type Strip, strip } from '../strip.ts';
import { setTable } from '../tables/set-table.ts';
import { figurePlace } from '../text/figure-place.ts';
import { type DiagramText, setPiece } from './set-piece.ts';

const LINES: StructureRef = { artifact: 'layout' };
/** The share of a page that a drawing may fill, so that its title is above it. */
const MOST_OF_PAGE = 0.86;
/** Widths of lines, and the radius of a dot, in points. */
const WIDTHS = { line: 0.9, thin: 0.4, outline: 1, curve: 1.5, dot: 0, shade: 0 };
const DOT = 2.4;
/** Between a place and its text, in ems. */
const GAP = 0.42;
/** Widths to try, as multiples of the share that was asked for. */
const WIDER = [1, 1.25, 1.6, 2.2, 3];

/**
 * Sets a drawing as one figure in the middle of the column. Its texts have the type of the style; it grows as far as they need
 * to be apart. Where texts overlap all the same, it sets what is given instead, or reports them.
 */
export function setDrawing(drawing: DrawingBlock, width: number, context: LayoutContext): Strip[] {
  const { style, report, frameHeight } = context;
  const room = { width, height: frameHeight * MOST_OF_PAGE };
  const tries = WIDER.map((factor) => place(drawing, Math.min(1, drawing.share * factor), room, context));
  const plan = tries.find(({ crowded }) => !crowded) ?? tries.at(-1)!;
  if (plan.crowded && drawing.otherwise) return setTable(drawing.otherwise, width, context);
  if (plan.crowded)
    report.add(
      'drawing-crowded',
      plan.crowded.at,
      `“${plainText(plan.crowded.text)}” has no room of its own in this drawing, in the style “${style.name}”.`,
      'Shorten it and its neighbours, or leave some out.',
    );
  const { structureRef, node } = figurePlace(context.parent, drawing.alt, drawing.at);
  const { bounds, scale } = plan;
  const marks: Mark[] = [
    ...drawing.shapes.map((shape) => shapeMark(shape, scale, context)),
    // White behind texts, so that no line runs through them.
    ...plan.texts.map(
      ({ box }): ShapeMark => ({ kind: 'shape', structureRef: LINES, outline: { box }, fill: 1 }),
    ),
    ...plan.texts.flatMap(({ piece, box }) =>
      piece.marks.map((mark) => ({
        ...mark,
        structureRef,
        text: `${mark.text} `,
        x: rounded(mark.x + box.x),
        y: rounded(mark.y + box.y),
      })),
    ),
  ];
  const group: GroupMark = {
    kind: 'group',
    role: 'figure',
    ...(node && { figure: node.node }),
    x: rounded((width - bounds.width) / 2 - bounds.x),
    y: rounded(-bounds.y),
    turn: 0,
    scale: 1,
    clip: bounds,
    marks,
  };
  return [strip(drawing.at, bounds.height, [group], { gapBefore: style['paragraph-gap'] * 1.5 })];
}

interface Placed {
  readonly scale: number;
  readonly bounds: Box;
  readonly texts: readonly { readonly piece: DiagramText; readonly box: Box }[];
  /** The first text that overlaps another. */
  readonly crowded: DrawingText | undefined;
}

/** Places the texts of a drawing, which is as wide as its share of the room that they leave. */
function place(
  drawing: DrawingBlock,
  share: number,
  room: { readonly width: number; readonly height: number },
  context: LayoutContext,
): Placed {
  const { style } = context;
  const label = typeLook(style, 'label');
  const look: TypeLook = { ...label, weight: 'regular', features: '' };
  const sizeAt = (scale: number) => {
    const pieces = drawing.texts.map((text) => {
      const type: TypeLook = text.strong ? { ...look, weight: 'bold' } : look;
      const piece = setPiece(text.text, type, Math.max(text.widest * scale, look.size * 5), text.at, context);
      return { text, piece };
    });
    const first = largest(
      pieces.map(({ text, piece }) => (text.column === 1 ? piece.width : 0)),
      0,
    );
    const texts = pieces.map(({ text, piece }) => {
      const box = besides(text, piece, scale, look);
      return { piece, box: text.column === 2 ? { ...box, x: rounded(box.x - first - look.size) } : box };
    });
    const boxes = [...texts.map(({ box }) => box), ...drawing.shapes.map((shape) => boundsOf(shape, scale))];
    return { texts, bounds: union(boxes) };
  };
  let scale = room.width * share;
  let sized = sizeAt(scale);
  for (let round = 0; round < 6; round++) {
    const over = Math.max(
      sized.bounds.width - room.width,
      (sized.bounds.height - room.height) * (scale / sized.bounds.height),
      0,
    );
    if (over <= 0.01) break;
    scale = Math.max(scale * 0.4, scale - over * 1.02);
    sized = sizeAt(scale);
  }
  const at = sized.texts.findIndex(
    ({ box }, index) =>
      sized.texts.slice(0, index).some((other) => overlap(box, other.box)) ||
      isTooWide(drawing.texts[index]!, box, scale),
  );
  return { scale, ...sized, crowded: drawing.texts[at] };
}

/** Whether a text in the middle of a part is wider than it. */
const isTooWide = ({ side, widest }: DrawingText, { width }: Box, scale: number) =>
  side === 'centre' && width > widest * scale + 1;

function besides(
  { point: [x, y], side, lines = 0 }: DrawingText,
  { width, height }: DiagramText,
  scale: number,
  { size, leading }: TypeLook,
): Box {
  const gap = size * GAP;
  const [px, py] = [x * scale, y * scale];
  const left =
    side === 'left'
      ? px - width - gap
      : side === 'above-left'
        ? px - width
        : side === 'above-right'
          ? px
          : px - width / 2;
  const top =
    side === 'below'
      ? py + gap + lines * leading
      : side.startsWith('above')
        ? py - height - gap - lines * leading
        : py - height / 2;
  return { x: rounded(left), y: rounded(top), width, height };
}

const pointsOf = ({ line }: DrawingShape): readonly DrawingPoint[] =>
  'centre' in line
    ? [
        [line.centre[0] - line.radius, line.centre[1] - line.radius],
        [line.centre[0] + line.radius, line.centre[1] + line.radius],
      ]
    : line;

function boundsOf(shape: DrawingShape, scale: number): Box {
  const edge = shape.as === 'dot' ? DOT : 1;
  const xs = pointsOf(shape).map(([x]) => x * scale);
  const ys = pointsOf(shape).map(([, y]) => y * scale);
  const [x, y] = [smallest(xs) - edge, smallest(ys) - edge];
  return { x, y, width: largest(xs) + edge - x, height: largest(ys) + edge - y };
}

function union(boxes: readonly Box[]): Box {
  const x = smallest(boxes.map((box) => box.x));
  const y = smallest(boxes.map((box) => box.y));
  return {
    x: rounded(x),
    y: rounded(y),
    width: rounded(largest(boxes.map((box) => box.x + box.width)) - x),
    height: rounded(largest(boxes.map((box) => box.y + box.height)) - y),
  };
}

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function shapeMark(shape: DrawingShape, scale: number, { style }: LayoutContext): ShapeMark {
  const colour = shape.as === 'curve' || shape.as === 'outline' ? colourOf(style.accent) : 0;
  const { line, as } = shape;
  if (as === 'dot') {
    const [x, y] = pointsOf(shape)[0]!;
    return {
      kind: 'shape',
      structureRef: LINES,
      outline: { path: circle([x * scale, y * scale], DOT) },
      fill: 0,
    };
  }
  if (as === 'shade') {
    const path = [
      ...pathThrough(
        pointsOf(shape).map(([x, y]) => [x * scale, y * scale]),
        false,
      ),
      ['Z'] as const,
    ];
    return { kind: 'shape', structureRef: LINES, outline: { path }, fill: colourOf(style.tint) };
  }
  const isDotted = as === 'thin' && style['rule-look'] === 'dotted';
  const stroke = isDotted
    ? ruleStroke(style)
    : ({ colour: as === 'thin' ? 0.65 : colour, width: WIDTHS[as], join: 'round' } as const);
  const path =
    'centre' in line
      ? circle([line.centre[0] * scale, line.centre[1] * scale], line.radius * scale)
      : pathThrough(
          line.map(([x, y]) => [x * scale, y * scale]),
          as === 'curve',
        );
  return { kind: 'shape', structureRef: LINES, outline: { path }, stroke };
}

/** Through points: straight, or as a curve that is level at each peak, so that it never swings beyond one. */
function pathThrough(points: readonly DrawingPoint[], curved: boolean): PathStep[] {
  const slopes = points.map(([x, y], index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (!before || !after) return 0;
    const [a, b] = [(y - before[1]) / (x - before[0] || 1), (after[1] - y) / (after[0] - x || 1)];
    // The harmonic mean (Fritsch and Carlson) keeps the curve between its points.
    return a * b > 0 ? (2 * a * b) / (a + b) : 0;
  });
  return points.map(([x, y], index): PathStep => {
    if (index === 0) return ['M', rounded(x), rounded(y)];
    if (!curved) return ['L', rounded(x), rounded(y)];
    const [fromX, fromY] = points[index - 1]!;
    const third = (x - fromX) / 3;
    const [up, down] = [fromY + slopes[index - 1]! * third, y - slopes[index]! * third];
    return [
      'C',
      rounded(fromX + third),
      rounded(up),
      rounded(x - third),
      rounded(down),
      rounded(x),
      rounded(y),
    ];
  });
}

/** How far the handles of a curve are from its ends, for a quarter of a circle. */
const CURVE = 0.5523;

function circle([x, y]: DrawingPoint, radius: number): PathStep[] {
  const at = (dx: number, dy: number) => [rounded(x + dx * radius), rounded(y + dy * radius)] as const;
  return [
    ['M', ...at(1, 0)],
    ['C', ...at(1, CURVE), ...at(CURVE, 1), ...at(0, 1)],
    ['C', ...at(-CURVE, 1), ...at(-1, CURVE), ...at(-1, 0)],
    ['C', ...at(-1, -CURVE), ...at(-CURVE, -1), ...at(0, -1)],
    ['C', ...at(CURVE, -1), ...at(1, -CURVE), ...at(1, 0)],
    ['Z'],
  ];
}
