import { createGenerator } from '../../diagnostics/collections/generator.ts';
import { inRandomOrder } from '../../diagnostics/collections/in-random-order.ts';
import { largest } from '../../diagnostics/collections/largest.ts';
import { smallest } from '../../diagnostics/collections/smallest.ts';

/** When somebody wins: after so many calls, and the cards that do, counted from 0. */
export interface BingoWin {
  readonly calls: number;
  readonly cards: readonly number[];
}

/** A game as plain data: words are numbers from 0. */
export interface Bingo {
  /** Row by row; no two cards have the same words. */
  readonly cards: readonly (readonly number[])[];
  /** All words, in the order in which they are called. */
  readonly calls: readonly number[];
  /** The first full row, column or diagonal, and the first full card. */
  readonly line: BingoWin;
  readonly full: BingoWin;
}

/** A game with fewer words is over before it has begun. */
export const FEWEST_FOR_BINGO = 24;

/**
 * Makes the cards of a game and the order of its calls. The same numbers and seed give the same game.
 * @param words how many words there are: at least `FEWEST_FOR_BINGO`
 * @param size how many squares a side of a card has: 2 to 4
 */
export function makeBingo(words: number, cards: number, size: number, seed: string): Bingo {
  const generator = createGenerator(seed);
  const all = Array.from({ length: words }, (_, word) => word);
  const calls = inRandomOrder(all, generator);
  const dealt: number[][] = [];
  const known = new Set<string>();
  while (dealt.length < cards) {
    const card = inRandomOrder(all, generator).slice(0, size * size);
    const name = card.toSorted((a, b) => a - b).join(' ');
    if (known.has(name)) continue;
    known.add(name);
    dealt.push(card);
  }
  const full = all.slice(0, size * size).map((_, square) => square);
  return { cards: dealt, calls, line: winOf(dealt, calls, linesOf(size)), full: winOf(dealt, calls, [full]) };
}

/** The squares of each row, column and diagonal. */
export function linesOf(size: number): number[][] {
  const side = Array.from({ length: size }, (_, index) => index);
  return [
    ...side.map((row) => side.map((column) => row * size + column)),
    ...side.map((column) => side.map((row) => row * size + column)),
    side.map((index) => index * size + index),
    side.map((index) => index * size + (size - 1 - index)),
  ];
}

/** When the first card has all squares of one of some lines. */
export function winOf<Word>(
  cards: readonly (readonly Word[])[],
  calls: readonly Word[],
  lines: readonly (readonly number[])[],
): BingoWin {
  const called = new Map(calls.map((word, index) => [word, index + 1]));
  const after = cards.map((card) =>
    smallest(lines.map((line) => largest(line.map((square) => called.get(card[square]!) ?? Infinity)))),
  );
  const first = smallest(after);
  return { calls: first, cards: after.flatMap((count, card) => (count === first ? [card] : [])) };
}
