import { largest } from '../../diagnostics/collections/largest.ts';
import { smallest } from '../../diagnostics/collections/smallest.ts';
/** What a column’s widths are worked out from, in points. */
export interface ColumnMeasure {
  /** A width that is given; the column then has that. */
  readonly given?: number;
  /** The width of its longest word. */
  readonly word: number;
  /** For each row, the width of its text on one line. */
  readonly rows: readonly number[];
}

/** How finely widths are tried, as parts of what there is to share out. */
const STEPS = 48;
/** Lines are seldom full: a text takes about so much more room than its width. */
const RAGGED = 1.08;
/** A column whose longest text takes no more than this share of the table is not broken. */
const SHORT = 0.22;

/**
 * Widths of the columns of a table: each has room for its longest word, and what is left is shared out so that the table
 * becomes as low as it can, step by step from the column that needs its room least to the one that needs it most.
 */
export function columnWidths(columns: readonly ColumnMeasure[], free: number): number[] {
  const words = leastWidths(columns, free);
  const least = words.reduce((sum, one) => sum + one, 0);
  // Too narrow for the longest words: all give way alike, and what then is too wide is reported.
  if (least > free) return words.map((word) => (word * free) / least);
  const wholes = columns.map(({ given, rows, word }) => given ?? largest(rows, word));
  const whole = wholes.reduce((sum, one) => sum + one, 0);
  const growing = columns.map(({ given }) => given === undefined);
  if (whole <= free) {
    const growable = wholes.reduce((sum, one, index) => sum + (growing[index] ? one : 0), 0);
    return wholes.map((one, index) =>
      growing[index] || growable === 0 ? one + ((free - whole) * one) / (growable || whole) : one,
    );
  }

  const step = (free - least) / STEPS;
  let widths = words;
  for (let taken = 0; taken < STEPS; taken++) {
    // A step to each column in turn; where none lowers the table, to the one whose texts are longest for its width.
    const tried = columns.map((_, index) => widths.map((one, at) => (at === index ? one + step : one)));
    const candidates = tried.filter((_, index) => growing[index] && widths[index]! < wholes[index]!);
    const costs = candidates.map((one) => heightOf(columns, one));
    widths = candidates[costs.indexOf(smallest(costs))] ?? tried[growing.lastIndexOf(true)] ?? widths;
  }
  return widths;
}

/**
 * Columns of equal width, so far as each has room for its longest word: for tables that are written in.
 */
export function evenWidths(columns: readonly ColumnMeasure[], free: number): number[] {
  const least = columns.map(({ given, word }) => given ?? word);
  const sum = (widths: readonly number[]) => widths.reduce((all, one) => all + one, 0);
  if (sum(least) > free) return least.map((one) => (one * free) / sum(least));
  // Those that need more than an equal share have what they need; the others share the rest.
  let fixed = columns.map(({ given }) => given !== undefined);
  for (;;) {
    const open = fixed.filter((one) => !one).length;
    if (open === 0) return least;
    const share = (free - sum(least.filter((_, index) => fixed[index]))) / open;
    const wider = least.map((one, index) => fixed[index] || one > share);
    if (wider.every((one, index) => one === fixed[index]))
      return least.map((one, index) => (fixed[index] ? one : share));
    fixed = wider;
  }
}

/** The least that each column should have: its longest word, or all of its text where that is short, such as a name. */
function leastWidths(columns: readonly ColumnMeasure[], free: number): number[] {
  const words = columns.map(({ given, word }) => given ?? word);
  const whole = columns.map(({ given, rows }, index) => {
    const longest = largest(rows, words[index]!);
    return given === undefined && longest <= free * SHORT ? longest : words[index]!;
  });
  return whole.reduce((sum, one) => sum + one, 0) <= free * 0.7 ? whole : words;
}

/** About how many lines a table has: each row is as high as its highest cell, whose last line counts in parts. */
function heightOf(columns: readonly ColumnMeasure[], widths: readonly number[]): number {
  const count = largest(
    columns.map(({ rows }) => rows.length),
    0,
  );
  let height = 0;
  for (let row = 0; row < count; row++) {
    const cells = columns.map(({ rows }, index) => ((rows[row] ?? 0) * RAGGED) / widths[index]!);
    height += largest(cells, 1);
  }
  return height;
}
