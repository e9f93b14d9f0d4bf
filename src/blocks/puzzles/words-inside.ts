import type { LeftOutWord, PuzzleWord } from './puzzle-words.ts';

/** A word that is part of a longer one: IRONY in DRAMATIC IRONY. */
interface WordInside {
  readonly word: PuzzleWord;
  readonly within: PuzzleWord;
  /** How many letters of the longer word are before it. */
  readonly from: number;
}

/**
 * Sorts words by whether another contains them: such a word is found in the longer one, so it must not be hidden a second
 * time. One that would be found in two places, or backwards, is left out.
 */
export function wordsInside(words: readonly PuzzleWord[]): {
  readonly alone: readonly PuzzleWord[];
  readonly inside: readonly WordInside[];
  readonly leftOut: readonly LeftOutWord[];
} {
  const alone: PuzzleWord[] = [];
  const inside: WordInside[] = [];
  const leftOut: LeftOutWord[] = [];
  for (const word of words) {
    const places = words.flatMap((within) =>
      within === word || within.squares.length < word.squares.length
        ? []
        : placesIn(within.squares, word.squares).map((from) => ({ word, within, from })),
    );
    const [only] = places;
    if (!only) alone.push(word);
    else if (places.length === 1 && only.from >= 0) inside.push({ ...only, from: only.from });
    else leftOut.push({ index: word.index, obstacle: { kind: 'inside', other: only.within.index } });
  }
  // Of three words in one another, the middle one is not hidden itself.
  const outer = (within: PuzzleWord): WordInside | undefined => inside.find(({ word }) => word === within);
  return {
    alone,
    inside: inside.map((one) => {
      const next = outer(one.within);
      return next ? { word: one.word, within: next.within, from: one.from + next.from } : one;
    }),
    leftOut,
  };
}

/** Where a word is in a longer one, as the number of letters before it; -1 for each place where it is backwards. */
function placesIn(longer: readonly string[], word: readonly string[]): number[] {
  const places: number[] = [];
  const backwards = word.toReversed();
  for (let from = 0; from + word.length <= longer.length; from++) {
    if (word.every((letter, index) => longer[from + index] === letter)) places.push(from);
    else if (backwards.every((letter, index) => longer[from + index] === letter)) places.push(-1);
  }
  return places;
}
