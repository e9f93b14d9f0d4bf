import type { Diagram } from '../../../blocks/block.ts';
import { rounded } from '../../../pages/length.ts';
import type { Mark, PathStep, ShapeMark, StructureRef, TextMark } from '../../../pages/page.ts';
import type { PlacedGraph } from '../../graphs/place-graph.ts';
import { colourOf } from '../../style/colour-of.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { PlannedDiagram } from './plan-diagram.ts';
import type { DiagramText } from './set-piece.ts';

const LINES: StructureRef = { artifact: 'layout' };
/** The widths of lines and outlines, in points: a copier keeps them. */
const LINE = 0.8;
const OUTLINE = { usual: 0.8, strong: 1.8 };
const RADIUS = 3;
/** The length of an arrowhead, in points. */
const HEAD = 6;

/** The marks of a diagram: its lines, their labels on white, and its boxes. */
export function diagramMarks(
  diagram: Diagram,
  { graph, boxes, labels, padding }: PlannedDiagram,
  structureRef: StructureRef,
  { style }: LayoutContext,
): Mark[] {
  const colour = colourOf(style.accent);
  const lines = graph.links.flatMap(({ points }): ShapeMark[] => {
    const stroke = { colour, width: LINE };
    return [
      { kind: 'shape', structureRef: LINES, outline: { path: pathOf(points, graph.down) }, stroke },
      ...(diagram.arrows ? [arrowhead(points, graph.down, colour)] : []),
    ];
  });
  const told = graph.links.flatMap(({ label }, index): Mark[] => {
    const text = labels[index];
    if (!text || !label) return [];
    const box = around(label, text.width + 3, text.height);
    return [
      { kind: 'shape', structureRef: LINES, outline: { box }, fill: 1 },
      ...placed(text, label, structureRef),
    ];
  });
  const framed = graph.boxes.flatMap((centre, index): Mark[] => {
    const text = boxes[index]!;
    const { strong } = diagram.boxes[index]!;
    const box = around(centre, text.width + 2 * padding, text.height + padding * 1.1);
    const stroke = { colour: 0, width: strong ? OUTLINE.strong : OUTLINE.usual };
    return [
      { kind: 'shape', structureRef: LINES, outline: { box, radius: RADIUS }, fill: 1, stroke },
      ...placed(text, centre, structureRef),
    ];
  });
  return [...lines, ...told, ...framed];
}

type Point = readonly [x: number, y: number];

const around = ([x, y]: Point, width: number, height: number) => ({
  x: rounded(x - width / 2),
  y: rounded(y - height / 2),
  width: rounded(width),
  height: rounded(height),
});

/** A text around a point. */
const placed = (text: DiagramText, [x, y]: Point, structureRef: StructureRef): TextMark[] =>
  text.marks.map((mark) => ({
    ...mark,
    structureRef,
    // With a space, so that texts copied from the page are not one word.
    text: `${mark.text} `,
    x: rounded(mark.x + x - text.width / 2),
    y: rounded(mark.y + y - text.height / 2),
  }));

/** A line through points: straight across a row, and in a curve from row to row. */
function pathOf(points: PlacedGraph['links'][number]['points'], down: boolean): PathStep[] {
  const [first, ...rest] = points;
  let [x, y] = first!;
  const steps: PathStep[] = [['M', x, y]];
  for (const [toX, toY] of rest) {
    if (Math.hypot(toX - x, toY - y) < 0.01) continue;
    const isStraight = down ? Math.abs(toX - x) < 0.01 : Math.abs(toY - y) < 0.01;
    const [midX, midY] = [rounded((x + toX) / 2), rounded((y + toY) / 2)];
    if (isStraight) steps.push(['L', toX, toY]);
    else steps.push(down ? ['C', x, midY, toX, midY, toX, toY] : ['C', midX, y, midX, toY, toX, toY]);
    [x, y] = [toX, toY];
  }
  return steps;
}

/** An arrowhead at the end of a line. */
function arrowhead(points: readonly Point[], down: boolean, colour: ShapeMark['fill'] & {}): ShapeMark {
  const [x, y] = points.at(-1)!;
  const before = points.findLast(([px, py]) => Math.abs(px - x) > 0.01 || Math.abs(py - y) > 0.01)!;
  const back = HEAD * (down ? Math.sign(before[1] - y) : Math.sign(before[0] - x));
  const side = HEAD * 0.4;
  const path: PathStep[] = down
    ? [['M', x, y], ['L', x - side, y + back], ['L', x + side, y + back], ['Z']]
    : [['M', x, y], ['L', x + back, y - side], ['L', x + back, y + side], ['Z']];
  return { kind: 'shape', structureRef: LINES, outline: { path }, fill: colour };
}
