import type { ExpandTools } from '../named/named-block.ts';
import { FEWEST_WORDS } from '../puzzles/make-series.ts';
import type { WordWithMeaning } from './puzzle-fields.ts';

/** Reports a set of cards with too few words. @returns whether it has */
export function reportFewCards(
  words: readonly WordWithMeaning[],
  cards: string,
  { at, report, placeIn }: ExpandTools,
): boolean {
  if (words.length >= FEWEST_WORDS) return false;
  const [first] = words;
  report.add(
    'puzzle-too-few',
    first ? placeIn(first.word) : at,
    `${cards} need at least ${FEWEST_WORDS} words, and here are ${words.length}.`,
    'Add words with their meanings.',
  );
  return true;
}
