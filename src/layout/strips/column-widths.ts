import { largest } from '../../diagnostics/collections/largest.ts';
import { smallest } from '../../diagnostics/collections/smallest.ts';
/** The measurements of a column that its width depends on, in points. */
export interface ColumnMeasure {
  /** A fixed width, if there is one. */
  readonly given?: number;
  /** The width of its longest word. */
  readonly word: number;
  /** For each row, the width of its text on one line. */
  readonly rows: readonly number[];
}

/** The number of steps in which the remaining width is shared out. */
const STEPS = 48;
/** Lines are seldom full, so a text takes about this many times its width. */
const RAGGED = 1.08;
/** A column whose longest text fits in this share of the table is not broken. */
const SHORT = 0.22;

/**
 * Gives the widths of the columns of a table, in points. Each has room for its longest word; the rest is shared out, step
 * by step, to the column where it makes the table lowest.
 */
export function columnWidths(columns: readonly ColumnMeasure[], free: number): number[] {
  const words = leastWidths(columns, free);
  const least = words.reduce((sum, one) => sum + one, 0);
  // Too narrow for the longest words: all columns shrink alike, and words that are then too wide are reported.
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
    // Give the step to whichever column makes the table lowest.
    const tried = columns.map((_, index) => widths.map((one, at) => (at === index ? one + step : one)));
    const candidates = tried.filter((_, index) => growing[index] && widths[index]! < wholes[index]!);
    const costs = candidates.map((one) => heightOf(columns, one));
    widths = candidates[costs.indexOf(smallest(costs))] ?? tried[growing.lastIndexOf(true)] ?? widths;
  }
  return widths;
}

/**
 * Gives columns of equal width, except that each has room for its longest word: for tables that are written in.
 */
export function evenWidths(columns: readonly ColumnMeasure[], free: number): number[] {
  const least = columns.map(({ given, word }) => given ?? word);
  const sum = (widths: readonly number[]) => widths.reduce((all, one) => all + one, 0);
  if (sum(least) > free) return least.map((one) => (one * free) / sum(least));
  // Columns that need more than an equal share get what they need; the others share the rest.
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

/** Gives the least width of each column: its longest word, or all of its text if that is short, such as a name. */
function leastWidths(columns: readonly ColumnMeasure[], free: number): number[] {
  const words = columns.map(({ given, word }) => given ?? word);
  const whole = columns.map(({ given, rows }, index) => {
    const longest = largest(rows, words[index]!);
    return given === undefined && longest <= free * SHORT ? longest : words[index]!;
  });
  return whole.reduce((sum, one) => sum + one, 0) <= free * 0.7 ? whole : words;
}

/** Estimates the height of a table in lines: each row is as high as its highest cell, whose last line counts in part. */
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
