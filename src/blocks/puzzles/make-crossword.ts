import { createGenerator, type Generator } from '../../diagnostics/collections/generator.ts';
import { inRandomOrder } from '../../diagnostics/collections/in-random-order.ts';
import { type CrosswordBoard, createCrosswordBoard, type GridLimits, type Spot } from './crossword-board.ts';
import { type GivenWord, type LeftOutWord, type PuzzleWord, puzzleWords } from './puzzle-words.ts';

/** A word of a crossword: its number, and where it is. Rows and columns count from 0. */
export interface CrosswordEntry extends Spot {
  /** Its place in the list that was given. */
  readonly index: number;
  readonly number: number;
  readonly squares: readonly string[];
}

/** A crossword as plain data. Every word that was given is among the entries or among those left out. */
export interface Crossword {
  readonly rows: number;
  readonly columns: number;
  /** In the order of their numbers, across before down. */
  readonly entries: readonly CrosswordEntry[];
  readonly leftOut: readonly LeftOutWord[];
}

/** How often a crossword is tried from the beginning; the best one is taken. */
const TRIALS = 160;
/** Once all words are in, so many more are tried, for more crossings. */
const TRIALS_FOR_LOOKS = 12;

/**
 * Makes a crossword: all words that can be are in one connected grid, in which each run of letters is one of them. The same
 * words, seed and limits give the same grid.
 */
export function makeCrossword(
  words: readonly GivenWord[],
  options: GridLimits & { readonly seed: string },
): Crossword {
  const most = Math.max(options.columns, options.rows);
  const { words: usable, leftOut } = puzzleWords(words, most);
  let best: CrosswordBoard | undefined;
  let left = TRIALS;
  for (let trial = 0; left > 0; trial++, left--) {
    const board = tryCrossword(usable, options, createGenerator(`${options.seed}/${trial}`));
    if (!best || isBetter(board, best)) best = board;
    if (best.placed.size === usable.length) left = Math.min(left, TRIALS_FOR_LOOKS);
  }
  const apart = usable.filter((word) => !best!.placed.has(word));
  return {
    ...numbered(best!),
    leftOut: [
      ...leftOut,
      ...apart.map(({ index }): LeftOutWord => ({ index, obstacle: { kind: 'apart' } })),
    ].toSorted((a, b) => a.index - b.index),
  };
}

/** Puts in a long word, and then again and again the word that fits best, until none fits. */
function tryCrossword(
  usable: readonly PuzzleWord[],
  limits: GridLimits,
  generator: Generator,
): CrosswordBoard {
  const board = createCrosswordBoard(limits);
  const longestFirst = inRandomOrder(usable, generator).toSorted(
    // Some trials begin with other words than the longest.
    (a, b) => Math.round((b.squares.length - a.squares.length) / 3),
  );
  let waiting: readonly PuzzleWord[] = longestFirst;
  const [first] = waiting;
  if (first) {
    const fitsAcross = first.squares.length <= limits.columns;
    const fitsDown = first.squares.length <= limits.rows;
    const across = fitsAcross && (!fitsDown || generator.below(2) === 0);
    board.put(first, { row: 0, column: 0, across });
    waiting = waiting.slice(1);
  }
  for (let before = -1; waiting.length !== before; ) {
    before = waiting.length;
    waiting = waiting.filter((word) => {
      const spot = bestSpot(board, word, generator);
      if (spot) board.put(word, spot);
      return !spot;
    });
  }
  return board;
}

function bestSpot(board: CrosswordBoard, word: PuzzleWord, generator: Generator): Spot | undefined {
  let best: { spot: Spot; score: number } | undefined;
  for (const { spot, crossings, area } of board.spotsFor(word)) {
    const score = crossings * 40 - area + generator.below(20);
    if (!best || score > best.score) best = { spot, score };
  }
  return best?.spot;
}

function isBetter(one: CrosswordBoard, other: CrosswordBoard): boolean {
  if (one.placed.size !== other.placed.size) return one.placed.size > other.placed.size;
  return qualityOf(one) > qualityOf(other);
}

/** More crossings and a smaller grid. */
const qualityOf = ({ crossings, bounds }: CrosswordBoard): number =>
  crossings * 8 - (bounds ? (bounds.bottom - bounds.top + 1) * (bounds.right - bounds.left + 1) : 0);

/** Numbers the squares in which words begin, row by row. */
function numbered({ placed, bounds }: CrosswordBoard): Omit<Crossword, 'leftOut'> {
  if (!bounds) return { rows: 0, columns: 0, entries: [] };
  const { top, left, bottom, right } = bounds;
  const entries = [...placed]
    .map(([{ index, squares }, spot]) => ({
      index,
      squares,
      row: spot.row - top,
      column: spot.column - left,
      across: spot.across,
    }))
    .toSorted((a, b) => a.row - b.row || a.column - b.column || Number(b.across) - Number(a.across));
  let number = 0;
  let before: Spot | undefined;
  return {
    rows: bottom - top + 1,
    columns: right - left + 1,
    entries: entries.map((entry) => {
      if (before?.row !== entry.row || before.column !== entry.column) number++;
      before = entry;
      return { ...entry, number };
    }),
  };
}
