import type { Generator } from '../../diagnostics/collections/generator.ts';
import type { GridLimits } from './crossword-board.ts';
import { gridLines } from './grid-lines.ts';
import { type HiddenWord, squaresOf } from './hidden-word.ts';
import { rudePattern } from './rude-pattern.ts';

/** The size of a grid, and the languages whose rude words must not be in it, besides English. */
interface LettersOptions extends GridLimits {
  readonly langs: readonly string[];
}

/** How often letters are drawn again before the grid is given up. */
const ROUNDS = 60;
/** The letters that no word of the list need have. */
const ALPHABET = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/**
 * Fills the squares that no word has with letters of the words, and a few others. They are checked once they are drawn: those
 * that make a rude word, or a word of the list a second time, are drawn again until none does.
 * @returns undefined if the words themselves make one, or no letters could be found
 */
export function fillSquares(
  letters: readonly (string | undefined)[],
  hidden: readonly HiddenWord[],
  options: LettersOptions,
  generator: Generator,
): string[] | undefined {
  const own = hidden.flatMap(({ squares }) => squares);
  const isLatin = own.every((letter) => /\p{Script=Latin}/u.test(letter));
  const drawn = [...own, ...(isLatin ? ALPHABET : [])];
  const draw = () => drawn[generator.below(drawn.length)]!;
  const filled = letters.map((letter) => letter ?? draw());
  for (let round = 0; round < ROUNDS; round++) {
    const wrong = unwantedWords(filled, hidden, options);
    if (wrong.length === 0) return filled;
    for (const squares of wrong) {
      const free = squares.filter((square) => letters[square] === undefined);
      if (free.length === 0) return undefined;
      filled[free[generator.below(free.length)]!] = draw();
    }
  }
  return undefined;
}

/**
 * Finds the squares of each word that must not be in a grid: rude ones that are not part of a hidden word, and words of the
 * list in a place where they were not hidden.
 */
export function unwantedWords(
  letters: readonly string[],
  hidden: readonly HiddenWord[],
  { rows, columns, langs }: LettersOptions,
): number[][] {
  const rude = rudePattern(langs);
  const own = hidden.map((word) => squaresOf(word, columns));
  const names = new Set(own.map(nameOf));
  const unwanted: number[][] = [];
  for (const line of gridLines(rows, columns)) {
    const text = line.map((square) => letters[square]).join('');
    for (const { index, 1: word = '' } of text.matchAll(rude)) {
      const squares = line.slice(index, index + word.length);
      if (!own.some((word) => squares.every((square) => word.includes(square)))) unwanted.push(squares);
    }
    for (const { squares } of hidden) {
      const word = squares.join('');
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const found = line.slice(at, at + squares.length);
        if (!names.has(nameOf(found))) unwanted.push(found);
      }
    }
  }
  return unwanted;
}

/** The same for a word and for the same squares backwards. */
const nameOf = (squares: readonly number[]): string =>
  (squares[0]! <= squares.at(-1)! ? squares : squares.toReversed()).join(' ');
