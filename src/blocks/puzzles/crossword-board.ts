import type { PuzzleWord } from './puzzle-words.ts';

/** The most columns and rows of a grid. */
export interface GridLimits {
  readonly columns: number;
  readonly rows: number;
}

/** Where a word begins, and which way it runs. */
export interface Spot {
  readonly row: number;
  readonly column: number;
  readonly across: boolean;
}

interface Bounds {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A crossword while words are put into it: it may grow in all directions, up to its limits. */
export interface CrosswordBoard {
  readonly placed: ReadonlyMap<PuzzleWord, Spot>;
  readonly crossings: number;
  /** The rows and columns that are in use. */
  readonly bounds: Bounds | undefined;
  put(word: PuzzleWord, spot: Spot): void;
  /** Where a word may go so that it crosses others, with the number of crossings and the area of the grid after it. */
  spotsFor(word: PuzzleWord): { readonly spot: Spot; readonly crossings: number; readonly area: number }[];
}

interface Square {
  readonly letter: string;
  across: boolean;
  down: boolean;
}

const keyOf = (row: number, column: number) => row * 4096 + column;

/**
 * Starts an empty crossword. Letters that touch always belong to one word: each run of letters, across or down, is a word
 * that was put there.
 */
export function createCrosswordBoard(limits: GridLimits): CrosswordBoard {
  const squares = new Map<number, Square>();
  const placed = new Map<PuzzleWord, Spot>();
  let bounds: Bounds | undefined;
  let crossings = 0;
  const at = (row: number, column: number) => squares.get(keyOf(row, column));

  return {
    placed,
    get crossings() {
      return crossings;
    },
    get bounds() {
      return bounds;
    },
    put(word, spot) {
      const { row, column, across } = spot;
      for (const [index, letter] of word.squares.entries()) {
        const key = across ? keyOf(row, column + index) : keyOf(row + index, column);
        const here = squares.get(key);
        if (here) crossings++;
        squares.set(key, {
          letter,
          across: across || here?.across === true,
          down: !across || here?.down === true,
        });
      }
      bounds = grown(bounds, word, spot);
      placed.set(word, spot);
    },
    spotsFor(word) {
      const found = new Map<number, { spot: Spot; crossings: number; area: number }>();
      for (const [key, { letter }] of squares) {
        const row = Math.round(key / 4096);
        const column = key - row * 4096;
        for (const [index, own] of word.squares.entries()) {
          if (own !== letter) continue;
          for (const across of [true, false]) {
            const spot = {
              row: across ? row : row - index,
              column: across ? column - index : column,
              across,
            };
            const known = keyOf(spot.row, spot.column) * 2 + Number(across);
            const box = grown(bounds, word, spot);
            const [rows, columns] = [box.bottom - box.top + 1, box.right - box.left + 1];
            if (found.has(known) || rows > limits.rows || columns > limits.columns) continue;
            const count = crossingsAt(at, word, spot);
            if (count) found.set(known, { spot, crossings: count, area: rows * columns });
          }
        }
      }
      return [...found.values()];
    },
  };
}

/** Counts the words that a word would cross. @returns undefined if it cannot be there */
function crossingsAt(
  at: (row: number, column: number) => Square | undefined,
  { squares: letters }: PuzzleWord,
  { row, column, across }: Spot,
): number | undefined {
  const [down, right] = across ? [0, 1] : [1, 0];
  if (at(row - down, column - right) || at(row + down * letters.length, column + right * letters.length))
    return undefined;
  let count = 0;
  for (const [index, letter] of letters.entries()) {
    const [r, c] = [row + down * index, column + right * index];
    const here = at(r, c);
    if (here) {
      if (here.letter !== letter || (across ? here.across : here.down)) return undefined;
      count++;
    } else if (at(r + right, c + down) || at(r - right, c - down)) return undefined;
  }
  return count;
}

function grown(bounds: Bounds | undefined, { squares }: PuzzleWord, { row, column, across }: Spot): Bounds {
  const own = {
    top: row,
    left: column,
    bottom: across ? row : row + squares.length - 1,
    right: across ? column + squares.length - 1 : column,
  };
  return bounds
    ? {
        top: Math.min(bounds.top, own.top),
        left: Math.min(bounds.left, own.left),
        bottom: Math.max(bounds.bottom, own.bottom),
        right: Math.max(bounds.right, own.right),
      }
    : own;
}
