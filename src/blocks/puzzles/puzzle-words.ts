import { lettersInSquares } from './letters-in-squares.ts';

/** A word as it was written, and the tag of its language. */
export interface GivenWord {
  readonly text: string;
  readonly lang: string;
  /** Whether nothing can be asked about it: its meaning is the word itself. */
  readonly clueless?: boolean;
}

/** A word of a puzzle, and its letters. */
export interface PuzzleWord {
  /** Its place in the list that was given. */
  readonly index: number;
  readonly squares: readonly string[];
}

/** Why a word is not in a puzzle: it has too few letters or too many, other signs than letters, no clue … */
export type Obstacle =
  | { readonly kind: 'short'; readonly letters: number }
  | { readonly kind: 'long'; readonly letters: number; readonly most: number }
  | { readonly kind: 'sign' }
  | { readonly kind: 'clueless' }
  /** It has the letters of a word before it, or is part of other words in a way that it would be found twice. */
  | { readonly kind: 'twice'; readonly other: number }
  | { readonly kind: 'inside'; readonly other: number }
  /** It crosses no other word, or there is no room left. */
  | { readonly kind: 'apart' }
  | { readonly kind: 'full' };

/** A word that is not in a puzzle, and why. */
export interface LeftOutWord {
  readonly index: number;
  readonly obstacle: Obstacle;
}

/** Shorter words are found anywhere, and cross nothing. */
const FEWEST_LETTERS = 3;

/**
 * Turns words into letters for a puzzle. Every word is among the words or among those left out.
 * @param most the number of letters that there is room for
 */
export function puzzleWords(
  words: readonly GivenWord[],
  most: number,
): { readonly words: readonly PuzzleWord[]; readonly leftOut: readonly LeftOutWord[] } {
  const found: PuzzleWord[] = [];
  const leftOut: LeftOutWord[] = [];
  const known = new Map<string, number>();
  for (const [index, { text, lang, clueless }] of words.entries()) {
    const squares = lettersInSquares(text, lang);
    const kind = squares ? 'clueless' : 'sign';
    const obstacle = squares && !clueless ? obstacleOf(squares, most, known) : ({ kind } as const);
    if (obstacle) {
      leftOut.push({ index, obstacle });
      continue;
    }
    known.set(squares!.join(''), index);
    found.push({ index, squares: squares! });
  }
  return { words: found, leftOut };
}

function obstacleOf(
  squares: readonly string[],
  most: number,
  known: ReadonlyMap<string, number>,
): Obstacle | undefined {
  const letters = squares.length;
  if (letters < FEWEST_LETTERS) return { kind: 'short', letters };
  if (letters > most) return { kind: 'long', letters, most };
  const other = known.get(squares.join(''));
  return other === undefined ? undefined : { kind: 'twice', other };
}
