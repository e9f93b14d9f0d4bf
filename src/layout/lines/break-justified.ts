import {
  type Breakpoint,
  breakpoints,
  type Line,
  type LineItem,
  lineBetween,
  lineEnd,
  lineStart,
  lineWidth,
  runningSums,
  type Sums,
} from './items.ts';

/** One way of setting everything up to a break. */
interface Node {
  /** The break’s index in the list of breaks; −1 for the beginning. */
  readonly at: number;
  /** Where the next line begins. */
  readonly start: number;
  /** The fitness class of the line that ends here: 0 tight, 1 decent, 2 loose, 3 very loose. */
  readonly fitness: number;
  /** The number of consecutive lines, up to this one, that end in a hyphen. */
  readonly hyphens: number;
  readonly demerits: number;
  readonly previous: Node | undefined;
}

/** Demerits, on Knuth and Plass’s scale: a line of badness b costs (1 + b)². */
const TWO_HYPHENS = 30_000;
const THREE_HYPHENS = 100_000_000;
const HYPHEN_BEFORE_LAST = 5_000;
const UNLIKE_NEIGHBOURS = 6_000;
const LONELY_LAST_LINE = 40_000;
/** A last line shorter than this share of the measure looks lonely. */
const SHORTEST_LAST_LINE = 0.12;

/** The loosest line in running text: spaces twice their natural width. See `looseness`. */
const LOOSEST = 2;

/**
 * Breaks a paragraph into lines to be justified: total fit, after Knuth and Plass, “Breaking paragraphs into lines”
 * (1981), with demerits for consecutive hyphens and for a tight line next to a loose one, and with a little letterspacing
 * as well as stretched spaces. Spaces grow to at most twice their width. If that is impossible, lines may be looser, and
 * then stop short of the measure. A box wider than the measure gets its own line.
 */
export function breakJustified(items: readonly LineItem[], measure: number): Line[] {
  const breaks = breakpoints(items);
  const sums = runningSums(items);
  const last =
    attempt(items, breaks, sums, measure, LOOSEST) ?? attempt(items, breaks, sums, measure, Infinity);
  const lines: Line[] = [];
  for (let node = last; node?.previous; node = node.previous)
    lines.push(lineBetween(node.previous.start, breaks[node.at]!, sums));
  return lines.reverse();
}

/** @returns the cheapest route to the end, or undefined if some line would have to be looser than `loosest` */
function attempt(
  items: readonly LineItem[],
  breaks: readonly Breakpoint[],
  sums: Sums,
  measure: number,
  loosest: number,
): Node | undefined {
  const active: Node[] = [{ at: -1, start: 0, fitness: 1, hyphens: 0, demerits: 0, previous: undefined }];
  const best: (Node | undefined)[] = [undefined, undefined, undefined, undefined];
  for (let end = 0; end < breaks.length; end++) {
    const to = breaks[end]!;
    best.fill(undefined);
    let kept = 0;
    for (let index = 0; index < active.length; index++) {
      const node = active[index]!;
      const ratio = looseness(items, node.start, to, sums, measure);
      if (ratio >= -1) active[kept++] = node;
      const isOnlyLine = node.at === end - 1;
      if (ratio > loosest || (ratio < -1 && !(loosest === Infinity && isOnlyLine))) continue;
      const fitness = fitnessOf(ratio);
      const demerits = demeritsAfter(node, end, ratio, fitness, breaks, sums, measure);
      const known = best[fitness];
      if (known && demerits >= known.demerits) continue;
      const hyphens = to.hyphen ? node.hyphens + 1 : 0;
      best[fitness] = { at: end, start: to.index, fitness, hyphens, demerits, previous: node };
    }
    active.length = to.forced ? 0 : kept;
    for (let fitness = 0; fitness < best.length; fitness++) {
      const node = best[fitness];
      if (node) active.push(node);
    }
    if (active.length === 0) return undefined;
  }
  return active.reduce((a, b) => (b.demerits < a.demerits ? b : a));
}

/**
 * Gives how far a line is from its natural width: −1 as tight as allowed, 0 natural, 1 with spaces half as wide again
 * and letters as far apart as allowed, 2 with spaces twice as wide. The last line of a paragraph counts as natural if it
 * fits.
 */
function looseness(
  items: readonly LineItem[],
  start: number,
  end: Breakpoint,
  sums: Sums,
  measure: number,
): number {
  const from = lineStart(start, end, sums);
  const to = lineEnd(from, end, sums);
  const first = items[from];
  const last = items[to - 1];
  const hang =
    (first?.kind === 'box' ? (first.hangLeft ?? 0) : 0) +
    (end.hyphen?.hang ?? (last?.kind === 'box' ? (last.hangRight ?? 0) : 0));
  const slack = measure + hang - lineWidth(from, to, end, sums);
  const { glueStretch, boxStretch, shrink } = sums;
  if (slack < -0.001) {
    const narrower = shrink[to]! - shrink[from]!;
    return narrower > 0 ? slack / narrower : -Infinity;
  }
  if (end.forced) return 0;
  const spaces = glueStretch[to]! - glueStretch[from]!;
  const both = spaces + boxStretch[to]! - boxStretch[from]!;
  if (slack <= both) return both > 0 ? slack / both : 0;
  return spaces > 0 ? 1 + (slack - both) / spaces : 100;
}

const fitnessOf = (ratio: number): number => (ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3);

/** Gives the demerits of everything up to a break, if a line from a node to there is as loose as `ratio`. */
function demeritsAfter(
  node: Node,
  end: number,
  ratio: number,
  fitness: number,
  breaks: readonly Breakpoint[],
  sums: Sums,
  measure: number,
): number {
  const to = breaks[end]!;
  const badness = Math.min(100 * Math.abs(ratio) ** 3, 10_000);
  const hyphens = to.hyphen ? node.hyphens + 1 : 0;
  const last = end === breaks.length - 1;
  let demerits = node.demerits + (1 + badness + to.cost) ** 2;
  // Readers notice lines looser than this, so they cost more than a hyphen or two.
  if (ratio > 1) demerits += 40_000 * ratio * ratio;
  if (hyphens === 2) demerits += TWO_HYPHENS;
  if (hyphens > 2) demerits += THREE_HYPHENS;
  if (last && node.hyphens > 0) demerits += HYPHEN_BEFORE_LAST;
  if (Math.abs(fitness - node.fitness) > 1 && node.at >= 0) demerits += UNLIKE_NEIGHBOURS;
  if (to.forced && node.at >= 0 && lineBetween(node.start, to, sums).width < measure * SHORTEST_LAST_LINE)
    demerits += LONELY_LAST_LINE;
  return demerits;
}
