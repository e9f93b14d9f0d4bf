import { breakpoints, type Line, type LineItem, lineBetween, runningSums } from './items.ts';

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
  // best[b]: the cheapest way to end a line at breaks[b]. One line fewer always outweighs unevenness.
  const best: { cost: number; previous: number; line: Line }[] = [];
  const perLine = measure * measure * items.length + 1;
  for (let end = 0; end < breaks.length; end++) {
    const last = end === breaks.length - 1;
    let found: { cost: number; previous: number; line: Line } | undefined;
    for (let start = end - 1; start >= -1; start--) {
      const line = lineBetween(start < 0 ? 0 : breaks[start]!.index, breaks[end]!, sums);
      const tooWide = line.width > measure + 0.001;
      if (tooWide && start < end - 1) break;
      const rest = Math.max(0, measure - line.width);
      const before = start < 0 ? 0 : best[start]!.cost;
      const free = breaks[end]!.forced && !balanced && !tooWide;
      const lonely =
        free && start >= 0 && !breaks[start]!.forced && line.width < measure * SHORTEST_LAST_LINE;
      const unevenness = lonely ? (measure / 2) ** 2 : free ? 0 : rest * rest;
      const cost = before + perLine + unevenness + (last ? 0 : breaks[end]!.cost);
      if (!found || cost < found.cost) found = { cost, previous: start, line };
      if (start >= 0 && breaks[start]!.forced) break;
    }
    best.push(found!);
  }

  const lines: Line[] = [];
  for (let at = best.length - 1; at >= 0; at = best[at]!.previous) lines.push(best[at]!.line);
  return lines.reverse();
}
