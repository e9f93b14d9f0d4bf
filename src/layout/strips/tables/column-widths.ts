import { largest } from '../../../diagnostics/collections/largest.ts';
import { smallest } from '../../../diagnostics/collections/smallest.ts';

/** The measurements of a column that its width depends on, in points. */
export interface ColumnMeasure {
  /** A fixed width, if there is one. */
  readonly given?: number;
  /** The width of the widest part that lines may not break: a word, or a part of a token between its joints. */
  readonly least: number;
  /** The width of its widest word or token, unbroken. */
  readonly word: number;
  /** For each row, the width of its text on one line: the best width of the column is the largest of them. */
  readonly rows: readonly number[];
}

/** The number of steps in which the remaining width is shared out. */
const STEPS = 48;
/** Lines are seldom full, so a text takes about this many times its width. */
const RAGGED = 1.08;
/** A column whose longest text fits in this share of the table is not broken. */
const SHORT = 0.22;
/** Columns are given room for all of their text only if that takes no more than this share of the table. */
const MOST_WHOLE = 0.7;

const sum = (widths: readonly number[]): number => widths.reduce((all, one) => all + one, 0);

/** What sums of widths may differ by, in points. */
const TOLERANCE = 0.001;

/** Whether there is room for the words of all columns, so that none is cut. The room between columns does not count. */
export const haveRoom = (columns: readonly ColumnMeasure[], free: number): boolean =>
  sum(columns.map(({ given, least }) => given ?? least)) <= free + TOLERANCE;

/**
 * Gives the widths of the columns of a table, in points. Each has room for its longest word, or for the parts of a long
 * token; the rest is shared out, step by step, to the column where it makes the table lowest. If there is too little
 * room even for the parts, the widest columns give way first, so that no column of short words is narrowed for them.
 */
export function columnWidths(columns: readonly ColumnMeasure[], free: number): number[] {
  if (!haveRoom(columns, free))
    return levelled(
      columns.map(({ given, least }) => given ?? least),
      free,
    );
  const wholes = columns.map(({ given, rows, word }) => given ?? largest(rows, word));
  const growing = columns.map(({ given }) => given === undefined);
  if (sum(wholes) <= free + TOLERANCE) return grownWidths(wholes, growing, free);

  let widths = firstWidths(columns, free);
  const step = (free - sum(widths)) / STEPS;
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
  const words = columns.map(({ given, word }) => given ?? word);
  const least =
    sum(words) > free + TOLERANCE ? columns.map(({ given, least: part }) => given ?? part) : words;
  if (sum(least) > free + TOLERANCE) return levelled(least, free);
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

/** Lowers the largest widths to one level, so that they fill the room; smaller ones stay as they are. */
function levelled(widths: readonly number[], free: number): number[] {
  let room = free;
  let level = 0;
  const ascending = [...widths].sort((a, b) => a - b);
  ascending.forEach((one, index) => {
    level = Math.max(level, Math.min(one, room / (ascending.length - index)));
    room -= Math.min(one, level);
  });
  return widths.map((one) => Math.min(one, level));
}

/** Shares out what all texts leave free if each is on one line: columns grow with their texts. */
function grownWidths(wholes: readonly number[], growing: readonly boolean[], free: number): number[] {
  const left = free - sum(wholes);
  const growable = sum(wholes.filter((_, index) => growing[index]));
  return wholes.map((one, index) =>
    growing[index] || growable === 0 ? one + (left * one) / (growable || sum(wholes)) : one,
  );
}

/**
 * Gives the widths that columns begin with: all of a short text, such as a name; or else the longest word, but only the
 * parts of a token that would take more than an equal share.
 */
function firstWidths(columns: readonly ColumnMeasure[], free: number): number[] {
  const share = free / columns.length;
  const words = columns.map(({ given, least, word }) => given ?? (word <= share ? word : least));
  const whole = columns.map(({ given, rows, word }, index) => {
    const longest = largest(rows, word);
    return given === undefined && longest <= free * SHORT ? longest : words[index]!;
  });
  if (sum(whole) <= free * MOST_WHOLE) return whole;
  return sum(words) <= free ? words : columns.map(({ given, least }) => given ?? least);
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
