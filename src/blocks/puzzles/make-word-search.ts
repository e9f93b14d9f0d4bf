import { createGenerator, type Generator } from '../../diagnostics/collections/generator.ts';
import { inRandomOrder } from '../../diagnostics/collections/in-random-order.ts';
import type { GridLimits } from './crossword-board.ts';
import { fillSquares } from './fill-squares.ts';
import { DIRECTIONS } from './grid-lines.ts';
import { type HiddenWord, squaresOf } from './hidden-word.ts';
import { type GivenWord, type LeftOutWord, type PuzzleWord, puzzleWords } from './puzzle-words.ts';
import { wordsInside } from './words-inside.ts';

/** A word search as plain data. Every word that was given is hidden in it exactly once, or among those left out. */
export interface WordSearch {
  readonly rows: number;
  readonly columns: number;
  /** Row by row, a letter in each. */
  readonly letters: readonly string[];
  /** In the order in which they were given. */
  readonly hidden: readonly HiddenWord[];
  readonly leftOut: readonly LeftOutWord[];
}

/** The size of a grid, and what may be in it. */
export interface WordSearchOptions extends GridLimits {
  /** The languages whose rude words must not be in it, besides English. */
  readonly langs: readonly string[];
  readonly seed: string;
  /** How many of `DIRECTIONS` words may have: 2, 4 or 8. */
  readonly directions: number;
}

/** How often a grid is tried from the beginning; after this many with all words, one word is left out. */
const TRIALS = 24;

/**
 * Makes a word search: each word is in the grid once, in one of the directions, and there is no rude word in any
 * direction except as a part of a word on the list. The same words, seed and options give the same grid.
 */
export function makeWordSearch(words: readonly GivenWord[], options: WordSearchOptions): WordSearch {
  const most = Math.max(options.columns, options.rows);
  const read = puzzleWords(words, most);
  const { alone, inside, leftOut: ambiguous } = wordsInside(read.words);
  const leftOut: LeftOutWord[] = [...read.leftOut, ...ambiguous];
  let wanted = alone;
  for (let trial = 0; ; trial++) {
    const generator = createGenerator(`${options.seed}/${trial}`);
    const kept = inside.filter(({ within }) => wanted.includes(within));
    const hidden = tryGrid(wanted, kept, words.length, options, generator);
    if (hidden) {
      const gone = inside.filter((one) => !kept.includes(one));
      for (const { word } of gone) leftOut.push({ index: word.index, obstacle: { kind: 'full' } });
      return {
        rows: options.rows,
        columns: options.columns,
        ...hidden,
        leftOut: leftOut.toSorted((a, b) => a.index - b.index),
      };
    }
    if (trial % TRIALS !== TRIALS - 1) continue;
    // The longest word is the hardest to find room for.
    const longest = wanted.toSorted((a, b) => b.squares.length - a.squares.length)[0]!;
    wanted = wanted.filter((word) => word !== longest);
    leftOut.push({ index: longest.index, obstacle: { kind: 'full' } });
  }
}

/** @returns undefined if a word found no place, or the rest could not be filled */
function tryGrid(
  wanted: readonly PuzzleWord[],
  inside: ReturnType<typeof wordsInside>['inside'],
  count: number,
  options: WordSearchOptions,
  generator: Generator,
): Pick<WordSearch, 'letters' | 'hidden'> | undefined {
  const { rows, columns } = options;
  const letters: (string | undefined)[] = Array.from({ length: rows * columns });
  const byIndex: (HiddenWord | undefined)[] = Array.from({ length: count });
  const longestFirst = inRandomOrder(wanted, generator).toSorted(
    (a, b) => b.squares.length - a.squares.length,
  );
  for (const word of longestFirst) {
    const place = findPlace(word, letters, options, generator);
    if (!place) return undefined;
    byIndex[word.index] = place;
    for (const [step, square] of squaresOf(place, columns).entries()) letters[square] = word.squares[step]!;
  }
  for (const { word, within, from } of inside) {
    const { row, column, direction } = byIndex[within.index]!;
    byIndex[word.index] = {
      ...word,
      row: row + direction[0] * from,
      column: column + direction[1] * from,
      direction,
    };
  }
  const hidden = byIndex.filter((one) => one !== undefined);
  const filled = fillSquares(letters, hidden, options, generator);
  return filled && { letters: filled, hidden };
}

/** Finds a place for a word at random, of those where its letters agree with what is there. */
function findPlace(
  { index, squares }: PuzzleWord,
  letters: readonly (string | undefined)[],
  { rows, columns, directions }: WordSearchOptions,
  generator: Generator,
): HiddenWord | undefined {
  const reach = squares.length - 1;
  for (const direction of inRandomOrder(DIRECTIONS.slice(0, directions), generator)) {
    const [down, right] = direction;
    const [tall, wide] = [rows - Math.abs(down) * reach, columns - Math.abs(right) * reach];
    if (tall < 1 || wide < 1) continue;
    const starts = inRandomOrder(
      Array.from({ length: tall * wide }, (_, start) => start),
      generator,
    );
    for (const start of starts) {
      const row = Math.floor(start / wide) + (down < 0 ? reach : 0);
      const column = (start % wide) + (right < 0 ? reach : 0);
      const place = { index, squares, row, column, direction };
      const agrees = squaresOf(place, columns).every(
        (square, step) => letters[square] === undefined || letters[square] === squares[step],
      );
      if (agrees) return place;
    }
  }
  return undefined;
}
