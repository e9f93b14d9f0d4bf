import type { Diagram, Inline } from '../../../blocks/block.ts';
import { createReport } from '../../../diagnostics/report.ts';
import { fromTheMiddle } from '../../graphs/from-the-middle.ts';
import { type GraphSize, type PlacedGraph, placeGraph } from '../../graphs/place-graph.ts';
import { type TypeLook, typeLook } from '../../lines/type-look.ts';
import type { LayoutContext } from '../layout-context.ts';
import { type DiagramText, setPiece } from './set-piece.ts';

/** A diagram that fits: where everything is, and its texts. */
export interface PlannedDiagram extends GraphSize {
  readonly graph: PlacedGraph;
  readonly boxes: readonly DiagramText[];
  /** The labels of lines, or their numbers. */
  readonly labels: readonly (DiagramText | undefined)[];
  readonly numbered: boolean;
  /** The room between the text of a box and its outline. */
  readonly padding: number;
}

/**
 * Sizes of type, as multiples of those of the style, and how many of the gaps below are wide enough for each; and the widest
 * texts, in ems.
 */
const SIZES = [
  { factor: 1.4, airy: 3 },
  { factor: 1.2, airy: 3 },
  { factor: 1, airy: Infinity },
  { factor: 0.92, airy: Infinity },
  { factor: 0.85, airy: Infinity },
];
const WIDEST = [
  { box: 9, label: 12 },
  { box: 6.5, label: 8 },
];
/** Gaps in a row and between rows, in ems of the labels: from much air to little. */
const GAPS = [
  { gap: 4, rowGap: 8 },
  { gap: 2.8, rowGap: 6 },
  { gap: 1.8, rowGap: 4.4 },
  { gap: 1.1, rowGap: 3 },
  { gap: 0.6, rowGap: 1.7 },
];
const PADDING = { across: 0.7, down: 0.4 };

/**
 * Finds the way of placing a diagram that is largest and has most air: with its labels if they fit, or else with numbers; none
 * if it has no room even with these.
 */
export function planDiagram(
  diagram: Diagram,
  room: GraphSize,
  context: LayoutContext,
): PlannedDiagram | undefined {
  const hasLabels = diagram.links.some(({ label }) => label !== undefined);
  const ways = diagram.direction ? [diagram.direction] : (['down', 'across'] as const);
  const trial = { ...context, report: createReport() };
  for (const numbered of hasLabels ? [false, true] : [diagram.keyed === 'always'])
    for (const { factor, airy } of sizesIn(context)) {
      const gaps = GAPS.slice(0, airy);
      const all = ways.flatMap((way) =>
        WIDEST.map((widest) => ({ numbered, factor, widest, ...gaps.at(-1)!, down: way === 'down' })),
      );
      const fitting = all.flatMap((options) => {
        const plan = tryPlan(diagram, options, room, trial);
        return plan ? [{ options, length: linesOf(plan.graph) }] : [];
      });
      const [best] = fitting.sort((a, b) => a.length - b.length);
      if (!best) continue;
      const loose = gaps.find((one) => tryPlan(diagram, { ...best.options, ...one }, room, trial));
      return tryPlan(diagram, { ...best.options, ...loose }, room, context);
    }
  return undefined;
}

/** The sizes of type that the style allows. */
const sizesIn = ({ style }: LayoutContext) =>
  SIZES.filter(({ factor }) => factor >= 1 || style['small-size'] * factor >= style['smallest-size']);

interface Options {
  readonly numbered: boolean;
  readonly factor: number;
  readonly widest: { readonly box: number; readonly label: number };
  readonly gap: number;
  readonly rowGap: number;
  readonly down: boolean;
}

function tryPlan(
  diagram: Diagram,
  { numbered, factor, widest, gap, rowGap, down }: Options,
  room: GraphSize,
  context: LayoutContext,
): PlannedDiagram | undefined {
  const { style } = context;
  const label = typeLook(style, 'label');
  const at = (size: number, weight: TypeLook['weight']): TypeLook => ({
    ...label,
    weight,
    features: '',
    size: Math.max(size * factor, style['smallest-size']),
    leading: Math.max(size * factor, style['smallest-size']) * 1.2,
  });
  const small = at(style['small-size'], 'regular');
  const name = at((style['small-size'] + style['body-size']) / 2, 'regular');
  const boxes = diagram.boxes.map(({ text, strong, at: place }) =>
    setPiece(text, strong ? { ...name, weight: 'bold' } : name, name.size * widest.box, place, context),
  );
  const labels = diagram.links.map((link, index) => {
    const text = numbered ? numberOf(index) : link.label;
    return text && setPiece(text, small, small.size * widest.label, link.at, context);
  });
  const padding = name.size * PADDING.across;
  const graph = placeGraph(
    boxes.map(({ width, height }) => ({
      width: width + 2 * padding,
      height: height + 2 * name.size * PADDING.down,
    })),
    (diagram.arrows ? (list: Link[]) => list : (list: Link[]) => fromTheMiddle(boxes.length, list))(
      diagram.links.map(({ from, to }, index) => ({ from, to, label: labelSize(labels[index], small.size) })),
    ),
    { down, gap: gap * small.size, rowGap: rowGap * small.size },
  );
  // Outlines are drawn on edges.
  const size = { width: graph.width + 2 * EDGE, height: graph.height + 2 * EDGE };
  if (size.width > room.width || size.height > room.height) return undefined;
  return { ...size, graph, boxes, labels, numbered, padding };
}

type Link = { readonly from: number; readonly to: number; readonly label?: GraphSize | undefined };

/** Room for outlines around everything, in points. */
const EDGE = 1;

const numberOf = (index: number): readonly Inline[] => [{ kind: 'text', text: `${index + 1}` }];

/** A label has a little room on all sides. */
const labelSize = (label: GraphSize | undefined, em: number) =>
  label && { width: label.width + em * 0.6, height: label.height + em * 0.2 };

/** The length of all lines. */
const linesOf = ({ links }: PlacedGraph): number =>
  links.reduce(
    (sum, { points }) =>
      sum +
      points.slice(1).reduce((length, [x, y], index) => {
        const [fromX, fromY] = points[index]!;
        return length + Math.hypot(x - fromX, y - fromY);
      }, 0),
    0,
  );
