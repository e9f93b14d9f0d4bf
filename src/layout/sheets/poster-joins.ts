import type { PosterContent } from './poster-content.ts';

/** A side of the printed area, divided into tiles. All measurements are in points of the page. */
interface Side {
  readonly axis: 'x' | 'y';
  readonly count: number;
  /** The most that a sheet can show. */
  readonly longest: number;
  /** What neighbouring tiles share. */
  readonly overlap: number;
}

/** Where the tiles of a side begin, and how many words their joins cut. */
interface Joins {
  readonly starts: readonly number[];
  readonly cut: number;
}

/** The least step between the places tried, in points, and how many are tried on either side of equal tiles. */
const STEP = 0.5;
const MOST_STEPS = 40;
/** What a join costs for each thing that it cuts. Where all else is equal, tiles are about the same size. */
const COST = { word: 1e6, edge: 1e5, figure: 1e4, line: 100, unequal: 0.01 };
/** How near to the edge of a shape a sheet may not end, in points. */
const NEAR_EDGE = 0.75;

/**
 * Chooses where the tiles of a side begin, so that joins are between columns or rows, and cut as few words as possible.
 * @returns undefined if so few tiles do not cover the side
 */
export function chooseJoins(content: PosterContent, side: Side): Joins | undefined {
  const { axis, count, longest, overlap } = side;
  const length = content.area[axis === 'x' ? 'width' : 'height'];
  const from = content.area[axis];
  const tiny = 1e-6;
  if (length > count * longest - (count - 1) * overlap + tiny) return undefined;
  if (count === 1) return { starts: [from], cut: 0 };
  const costAt = costOn(content, axis, overlap);
  // The best starts of the tiles so far, by where the last of them begins.
  let best = new Map<number, { starts: readonly number[]; cost: number }>([
    [from, { starts: [from], cost: 0 }],
  ]);
  for (let tile = 1; tile < count; tile++) {
    const next: typeof best = new Map();
    const equal = from + (tile * (length - overlap)) / count;
    // What is left has to fit on the tiles that are left.
    const least = from + length - ((count - tile) * (longest - overlap) + overlap);
    const most = from + tile * (longest - overlap);
    const spare = Math.max(0, Math.min(equal - least, most - equal));
    const size = Math.max(STEP, spare / MOST_STEPS);
    const steps = Math.floor((spare + tiny) / size);
    for (let step = -steps; step <= steps; step++) {
      const at = equal + step * size;
      const cost = costAt(at) + Math.abs(at - equal) * COST.unequal;
      for (const [start, { starts, cost: before }] of best) {
        const shown = at + overlap - start;
        if (shown > longest + tiny || at <= start) continue;
        const known = next.get(at);
        if (!known || before + cost < known.cost)
          next.set(at, { starts: [...starts, at], cost: before + cost });
      }
    }
    best = next;
  }
  const end = [...best.values()].reduce((a, b) => (b.cost < a.cost ? b : a));
  return { starts: end.starts, cut: Math.floor(end.cost / COST.word) };
}

/** Gives what it costs to join sheets at a place. */
function costOn(
  { words, lines, figures, shapes = [] }: PosterContent,
  axis: 'x' | 'y',
  overlap: number,
): (at: number) => number {
  const size = axis === 'x' ? 'width' : 'height';
  const ends = (boxes: PosterContent['words']) =>
    boxes.map((box) => [box[axis], box[axis] + box[size]] as const);
  const all = [
    { ends: ends(words), cost: COST.word },
    { ends: ends(figures), cost: COST.figure },
    { ends: ends(lines), cost: COST.line },
  ];
  const edges = ends(shapes).flat();
  // One sheet begins at the join, and the one before ends where they no longer overlap.
  const isAtEdge = (at: number) =>
    edges.some((edge) => Math.min(Math.abs(edge - at), Math.abs(edge - at - overlap)) < NEAR_EDGE);
  return (at) =>
    all.reduce(
      (sum, { ends: list, cost }) => sum + cost * list.filter(([from, to]) => from < at && at < to).length,
      isAtEdge(at) ? COST.edge : 0,
    );
}
