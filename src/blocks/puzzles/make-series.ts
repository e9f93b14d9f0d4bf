import { type GivenWord, type LeftOutWord, puzzleWords } from './puzzle-words.ts';

/** A puzzle with fewer words is no puzzle. */
export const FEWEST_WORDS = 3;

/** How many puzzles more than needed are tried, if a word finds no place. */
const MORE_PUZZLES = 2;

/** One puzzle of several: its words, and where they are in the list that was given. */
interface InSeries<Puzzle> {
  readonly puzzle: Puzzle;
  readonly words: readonly GivenWord[];
  /** For each of its words, its place in the list that was given. */
  readonly indices: readonly number[];
}

/**
 * Shares words among as many puzzles as they need, in their order. A word that finds no place in one is tried in the next.
 * Every word is in one puzzle, or left out of all.
 * @param perPuzzle how many words a puzzle has at most, before those that found no place in another
 * @param most how many letters a word may have
 * @param make makes a puzzle of some words, and says which it left out
 */
export function makeSeries<Puzzle extends { readonly leftOut: readonly LeftOutWord[] }>(
  words: readonly GivenWord[],
  { perPuzzle, most }: { readonly perPuzzle: number; readonly most: number },
  make: (words: readonly GivenWord[], number: number) => Puzzle,
): { readonly puzzles: readonly InSeries<Puzzle>[]; readonly leftOut: readonly LeftOutWord[] } {
  const read = puzzleWords(words, most);
  const usable = read.words.map(({ index }) => index);
  const planned = Math.ceil(usable.length / perPuzzle);
  let best: ReturnType<typeof shareWords<Puzzle>> | undefined;
  for (let more = 0; more <= MORE_PUZZLES; more++) {
    const shared = shareWords(words, usable, planned + more, make);
    if (!best || shared.leftOut.length < best.leftOut.length) best = shared;
    if (shared.leftOut.length === 0) break;
  }
  const leftOut = [...read.leftOut, ...best!.leftOut].toSorted((a, b) => a.index - b.index);
  return { puzzles: best!.puzzles, leftOut };
}

/** Makes a number of puzzles of about the same number of words each. */
function shareWords<Puzzle extends { readonly leftOut: readonly LeftOutWord[] }>(
  words: readonly GivenWord[],
  usable: readonly number[],
  planned: number,
  make: (words: readonly GivenWord[], number: number) => Puzzle,
): { readonly puzzles: readonly InSeries<Puzzle>[]; readonly leftOut: readonly LeftOutWord[] } {
  let waiting = usable;
  const leftOut: LeftOutWord[] = [];
  let puzzles: InSeries<Puzzle>[] = [];
  const madeOf = (
    indices: readonly number[],
    number: number,
  ): InSeries<Puzzle> & { missing: LeftOutWord[] } => {
    const chosen = indices.map((index) => words[index]!);
    const puzzle = make(chosen, number);
    const missing = puzzle.leftOut.map((one) => ({ ...one, index: indices[one.index]! }));
    return { puzzle, words: chosen, indices, missing };
  };
  let missing: readonly LeftOutWord[] = [];
  for (let number = 0; number < planned && waiting.length >= FEWEST_WORDS; number++) {
    const count = Math.ceil(waiting.length / (planned - number));
    const made = madeOf(waiting.slice(0, count), number);
    if (count - made.missing.length < FEWEST_WORDS) break;
    puzzles.push(made);
    missing = made.missing;
    waiting = [...missing.map(({ index }) => index), ...waiting.slice(count)];
  }
  // What is left over joins the first puzzle that has room for it.
  for (const index of waiting) {
    const obstacle = missing.find((one) => one.index === index)?.obstacle ?? { kind: 'apart' as const };
    let isIn = false;
    puzzles = puzzles.map((before, number) => {
      if (isIn) return before;
      const gone = new Set(before.puzzle.leftOut.map((one) => one.index));
      const made = madeOf([...before.indices.filter((_, own) => !gone.has(own)), index], number);
      isIn = made.missing.length === 0;
      return isIn ? made : before;
    });
    if (!isIn) leftOut.push({ index, obstacle });
  }
  return { puzzles, leftOut };
}
