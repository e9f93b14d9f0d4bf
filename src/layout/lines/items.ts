/** Something that cannot be broken: a word or part of one. */
interface BoxItem {
  readonly kind: 'box';
  readonly width: number;
  /** How much wider and narrower letterspacing may make it. */
  readonly stretch?: number;
  readonly shrink?: number;
  /** How far it may hang outside the column at the beginning and at the end of a line. */
  readonly hangLeft?: number;
  readonly hangRight?: number;
}

/** Space between boxes. A line may end here unless it is `kept`. */
export interface GlueItem {
  readonly kind: 'glue';
  readonly width: number;
  readonly stretch?: number;
  readonly shrink?: number;
  /** A no-break space: what comes before and after stays on one line. */
  readonly kept?: boolean;
}

/** A place without a space where a line may end, or has to. */
interface PenaltyItem {
  readonly kind: 'penalty';
  /** 0: as good as a space. −Infinity: the line must end. */
  readonly cost: number;
  /** For a break inside a word: the width of the hyphen, and how far it hangs outside the column. */
  readonly hyphen?: Hyphen | undefined;
}

interface Hyphen {
  readonly width: number;
  readonly hang: number;
}

/** Makes a penalty. */
export const penalty = (cost: number, hyphen?: Hyphen): PenaltyItem => ({ kind: 'penalty', cost, hyphen });

/**
 * The input of line breaking, after Knuth and Plass, “Breaking paragraphs into lines”, Software: Practice and
 * Experience 11 (1981). Widths are numbers in any unit.
 */
export type LineItem = BoxItem | GlueItem | PenaltyItem;

/** A line: the items from `from` up to but not including `to`, without the spaces at its ends. */
export interface Line {
  readonly from: number;
  readonly to: number;
  /** The natural width, its hyphen included. */
  readonly width: number;
  /** Whether it ends in an added hyphen. */
  readonly hyphen: boolean;
  /** Whether a forced break or the end of the paragraph ends it: such a line is not justified. */
  readonly ended: boolean;
}

/** A place where a line may end: the next line begins at or after the item `index`. */
export interface Breakpoint {
  readonly index: number;
  readonly forced: boolean;
  readonly cost: number;
  readonly hyphen: Hyphen | undefined;
}

/** Lists every place where a line may end; the last is the end of the items. */
export function breakpoints(items: readonly LineItem[]): Breakpoint[] {
  const breaks: Breakpoint[] = [];
  for (let index = 0; index < items.length; index++) {
    const item = items[index]!;
    if (item.kind === 'penalty') {
      const { cost, hyphen } = item;
      if (cost !== Infinity)
        breaks.push({ index: index + 1, forced: cost === -Infinity, cost: Math.max(0, cost), hyphen });
    } else if (item.kind === 'glue' && !item.kept && items[index - 1]?.kind === 'box')
      breaks.push({ index, forced: false, cost: 0, hyphen: undefined });
  }
  const last = breaks.at(-1);
  if (last?.forced && last.index === items.length) return breaks;
  breaks.push({ index: items.length, forced: true, cost: 0, hyphen: undefined });
  return breaks;
}

/** Running sums over the items, so that the total between two items is one subtraction. */
export interface Sums {
  /** `width[i]`: the total width of everything before item `i`; the others likewise. */
  readonly width: Float64Array;
  readonly glueStretch: Float64Array;
  readonly boxStretch: Float64Array;
  readonly shrink: Float64Array;
  /** For each item, the first box at or after it, and the item after the last box before it. */
  readonly nextBox: Int32Array;
  readonly afterBox: Int32Array;
}

/** Gives sums that are good until the next are asked for: arrays are made only when a paragraph is longer than all before. */
export function runningSums(items: readonly LineItem[]): Sums {
  if (scratch.width.length <= items.length) scratch = newSums(2 * items.length);
  const { width, glueStretch, boxStretch, shrink, nextBox, afterBox } = scratch;
  for (let index = 0; index < items.length; index++) {
    const item = items[index]!;
    const isBox = item.kind === 'box';
    const isGlue = item.kind === 'glue';
    width[index + 1] = width[index]! + (isBox || isGlue ? item.width : 0);
    glueStretch[index + 1] = glueStretch[index]! + (isGlue ? (item.stretch ?? 0) : 0);
    boxStretch[index + 1] = boxStretch[index]! + (isBox ? (item.stretch ?? 0) : 0);
    shrink[index + 1] = shrink[index]! + (isBox || isGlue ? (item.shrink ?? 0) : 0);
    afterBox[index + 1] = isBox ? index + 1 : afterBox[index]!;
  }
  nextBox[items.length] = items.length;
  for (let index = items.length - 1; index >= 0; index--)
    nextBox[index] = items[index]!.kind === 'box' ? index : nextBox[index + 1]!;
  return scratch;
}

/** The first of each sum is 0, and is never written. */
const newSums = (count: number): Sums => ({
  width: new Float64Array(count + 1),
  glueStretch: new Float64Array(count + 1),
  boxStretch: new Float64Array(count + 1),
  shrink: new Float64Array(count + 1),
  nextBox: new Int32Array(count + 1),
  afterBox: new Int32Array(count + 1),
});

let scratch = newSums(500);

/** The first item of a line that begins at a place, and the item after its last: it has no spaces at its ends. */
export const lineStart = (start: number, end: Breakpoint, { nextBox }: Sums): number =>
  Math.min(nextBox[start]!, end.index);

export const lineEnd = (from: number, end: Breakpoint, { afterBox }: Sums): number =>
  Math.max(from, afterBox[end.index]!);

/** The natural width of a line, its hyphen included. */
export const lineWidth = (from: number, to: number, { hyphen }: Breakpoint, { width }: Sums): number =>
  width[to]! - width[from]! + (hyphen?.width ?? 0);

/** Gives the line between two breaks, without the spaces at its ends. */
export function lineBetween(start: number, end: Breakpoint, sums: Sums): Line {
  const from = lineStart(start, end, sums);
  const to = lineEnd(from, end, sums);
  const width = lineWidth(from, to, end, sums);
  return { from, to, width, hyphen: end.hyphen !== undefined, ended: end.forced };
}
