import { type Point as Corner, Graph, layout } from '@dagrejs/dagre';
import { rounded } from '../../pages/length.ts';

/** A size in points. */
export interface GraphSize {
  readonly width: number;
  readonly height: number;
}

/** A line from one box to another, by their places in the list of boxes, and the size of its label. */
export interface GraphLink {
  readonly from: number;
  readonly to: number;
  readonly label?: GraphSize | undefined;
}

type Point = readonly [x: number, y: number];

/** Where a graph is: centres of boxes and labels, and corners of lines, from the top left corner of all. */
export interface PlacedGraph extends GraphSize {
  readonly boxes: readonly Point[];
  /** A line runs straight or, between rows, in a curve from each of its points to the next. */
  readonly links: readonly { readonly points: readonly Point[]; readonly label?: Point }[];
  /** Whether rows are below one another, so that curves begin and end vertically. */
  readonly down: boolean;
}

interface GraphOptions {
  /** Whether rows are below one another, rather than side by side. */
  readonly down: boolean;
  /** Between neighbours in a row, and between rows, in points. */
  readonly gap: number;
  readonly rowGap: number;
}

/**
 * Places boxes and the labels of lines in rows, so that nothing overlaps: what is in a row is side by side, and a line crosses
 * a row in a place of its own. Lines cross only one another, and only between rows.
 */
export function placeGraph(
  boxes: readonly GraphSize[],
  links: readonly GraphLink[],
  { down, gap, rowGap }: GraphOptions,
): PlacedGraph {
  // Rows are placed below one another; side by side they are the same with the axes exchanged.
  const turned = ({ width, height }: GraphSize) =>
    down ? { width, height } : { width: height, height: width };
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: gap, edgesep: gap, ranksep: rowGap, marginx: 0, marginy: 0 });
  for (const [index, box] of boxes.entries()) graph.setNode(nodeName(index), turned(box));
  for (const [index, { from, to, label }] of links.entries()) {
    const size = label ? turned(label) : { width: 0, height: 0 };
    graph.setEdge(
      nodeName(from),
      nodeName(to),
      { ...size, labelpos: 'c', minlen: 1, weight: 1 },
      `l${index}`,
    );
  }
  layout(graph);
  const centres = boxes.map((_, index): Point => {
    const { x, y } = graph.node(nodeName(index));
    return [x!, y!];
  });
  const edges = links.map(({ from, to }, index) => graph.edge(nodeName(from), nodeName(to), `l${index}`));
  const rows = rowHeights([
    ...centres.map(([, y], index) => ({ y, height: turned(boxes[index]!).height })),
    ...edges.flatMap(({ y, height }) => (y === undefined ? [] : [{ y, height: height ?? 0 }])),
  ]);
  const routes = links.map(({ from, to }, index) => {
    const inside = edges[index]!.points!.slice(1, -1).map(({ x, y }: Corner): Point => [x, y]);
    return route(
      { at: centres[from]!, ...turned(boxes[from]!) },
      { at: centres[to]!, ...turned(boxes[to]!) },
      inside,
      rows,
    );
  });
  const point = ([x, y]: Point): Point => (down ? [rounded(x), rounded(y)] : [rounded(y), rounded(x)]);
  const { width = 0, height = 0 } = graph.graph();
  return {
    ...turned({ width: rounded(width), height: rounded(height) }),
    down,
    boxes: centres.map(point),
    links: links.map(({ label }, index) => {
      const { x, y } = edges[index]!;
      return { points: routes[index]!.map(point), ...(label && { label: point([x!, y!]) }) };
    }),
  };
}

const nodeName = (index: number) => `n${index}`;

/** The height of each row, by the height of its middle. */
function rowHeights(items: readonly { readonly y: number; readonly height: number }[]): Map<number, number> {
  const rows = new Map<number, number>();
  for (const { y, height } of items) rows.set(rowOf(y), Math.max(height, rows.get(rowOf(y)) ?? 0));
  return rows;
}

const rowOf = (y: number) => Math.round(y * 10);

interface End extends GraphSize {
  readonly at: Point;
}

/** How far from the middle of a box lines may begin, as a share of half its width. */
const REACH = 0.7;

/**
 * The corners of a line between two boxes: vertical where it leaves its boxes and where it crosses a row, so that it goes
 * sideways only between rows.
 */
function route(from: End, to: End, inside: readonly Point[], rows: ReadonlyMap<number, number>): Point[] {
  const sense = Math.sign(to.at[1] - from.at[1]) || 1;
  const halfRow = (y: number) => (rows.get(rowOf(y)) ?? 0) / 2;
  const port = ({ at, width }: End, towards: Point) => {
    const reach = (width / 2) * REACH;
    return Math.max(at[0] - reach, Math.min(at[0] + reach, towards[0]));
  };
  const start = port(from, inside[0] ?? to.at);
  const end = port(to, inside.at(-1) ?? from.at);
  return [
    [start, from.at[1] + (sense * from.height) / 2],
    [start, from.at[1] + sense * halfRow(from.at[1])],
    ...inside.flatMap(([x, y]): Point[] => [
      [x, y - sense * halfRow(y)],
      [x, y + sense * halfRow(y)],
    ]),
    [end, to.at[1] - sense * halfRow(to.at[1])],
    [end, to.at[1] - (sense * to.height) / 2],
  ];
}
