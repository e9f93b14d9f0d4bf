import {
  breakpoints,
  type Line,
  type LineItem,
  lineBetween,
  lineEnd,
  lineStart,
  lineWidth,
  runningSums,
} from './items.ts';

/** A last line shorter than this share of the measure looks lonely, so words are moved down to it where possible. */
const SHORTEST_LAST_LINE = 0.2;

/**
 * Breaks a paragraph into ragged lines: as few as possible, and among those the most even ones, by dynamic programming
 * over the breaks (the cost is the squared room left on each line). A box wider than the measure gets its own line.
 * @param balanced whether the last line counts too, so that all lines have about the same length: for display text
 */
export function breakRagged(items: readonly LineItem[], measure: number, balanced: boolean): Line[] {
  const breaks = breakpoints(items);
  const sums = runningSums(items);
  // The cheapest way to end a line at each break, and where that line begins. One line fewer always outweighs unevenness.
  const costs: number[] = [];
  const previous: number[] = [];
  const perLine = measure * measure * items.length + 1;
  for (let end = 0; end < breaks.length; end++) {
    const last = end === breaks.length - 1;
    const to = breaks[end]!;
    let cheapest = 0;
    let from = -1;
    for (let start = end - 1; start >= -1; start--) {
      const first = lineStart(start < 0 ? 0 : breaks[start]!.index, to, sums);
      const width = lineWidth(first, lineEnd(first, to, sums), to, sums);
      const tooWide = width > measure + 0.001;
      if (tooWide && start < end - 1) break;
      const rest = Math.max(0, measure - width);
      const before = start < 0 ? 0 : costs[start]!;
      const free = to.forced && !balanced && !tooWide;
      const lonely = free && start >= 0 && !breaks[start]!.forced && width < measure * SHORTEST_LAST_LINE;
      const unevenness = lonely ? (measure / 2) ** 2 : free ? 0 : rest * rest;
      const cost = before + perLine + unevenness + (last ? 0 : to.cost);
      if (start === end - 1 || cost < cheapest) {
        cheapest = cost;
        from = start;
      }
      if (start >= 0 && breaks[start]!.forced) break;
    }
    costs.push(cheapest);
    previous.push(from);
  }

  const lines: Line[] = [];
  for (let at = breaks.length - 1; at >= 0; at = previous[at]!) {
    const before = previous[at]!;
    lines.push(lineBetween(before < 0 ? 0 : breaks[before]!.index, breaks[at]!, sums));
  }
  return lines.reverse();
}
