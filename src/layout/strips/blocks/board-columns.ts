import { largest } from '../../../diagnostics/collections/largest.ts';

/** How the boxes of a board are divided: the first box of each column, and the columns’ widths in points. */
export interface BoardColumns {
  readonly starts: readonly number[];
  readonly widths: readonly number[];
}

/** The narrowest and the widest column, as a share of the mean. */
const NARROWEST = 0.74;
const WIDEST = 1.38;

/**
 * Divides boxes into columns, in their order, so that the columns can be about equally long: of all ways to divide them it
 * takes the one whose longest column is shortest, with columns that are as wide as their boxes need, within limits.
 * @param areas the area of each box, in square points
 * @param width the width of all columns together, in points
 */
export function boardColumns(areas: readonly number[], count: number, width: number): BoardColumns {
  let best: { height: number; columns: BoardColumns } | undefined;
  for (const starts of divisions(areas.length, Math.min(count, areas.length))) {
    const sums = starts.map((start, index) =>
      areas.slice(start, starts[index + 1]).reduce((sum, area) => sum + area, 0),
    );
    const widths = shareWidth(sums, width);
    const height = largest(sums.map((sum, index) => sum / widths[index]!));
    if (!best || height < best.height - 0.01) best = { height, columns: { starts, widths } };
  }
  return best!.columns;
}

/** Shares a width in proportion to some needs, with no part much narrower or wider than the mean. */
export function shareWidth(needs: readonly number[], width: number): number[] {
  const mean = width / needs.length;
  const whole = needs.reduce((sum, need) => sum + need, 0) || 1;
  const bounded = needs.map((need) =>
    Math.min(WIDEST * mean, Math.max(NARROWEST * mean, (width * need) / whole)),
  );
  // What the bounds took or gave is shared by all.
  const sum = bounded.reduce((total, one) => total + one, 0);
  return bounded.map((one) => (one * width) / sum);
}

/** Lists all ways to divide a number of things into runs, each by the first of every run. */
function divisions(things: number, runs: number): number[][] {
  const from = (first: number, left: number): number[][] =>
    left === 1
      ? [[first]]
      : Array.from({ length: things - first - left + 1 }, (_, index) => first + index + 1).flatMap((next) =>
          from(next, left - 1).map((rest) => [first, ...rest]),
        );
  return from(0, runs);
}
