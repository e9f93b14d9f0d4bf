import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import { say } from '../../words/say.ts';
import type { Block } from '../block.ts';
import type { ExpandTools } from '../named/named-block.ts';
import type { LeftOutWord } from '../puzzles/puzzle-words.ts';
import type { WordWithMeaning } from './puzzle-fields.ts';

/** Names the words that are in none of the puzzles of a key, for the teacher. */
export function notInPuzzles(
  leftOut: readonly LeftOutWord[],
  words: readonly WordWithMeaning[],
  { at, plain, words: phrases }: ExpandTools,
): Block[] {
  if (leftOut.length === 0) return [];
  const names = leftOut.map(({ index }) => withoutOriginMarks(words[index]!.word)).join(', ');
  return [
    { kind: 'paragraph', at, look: 'small', text: plain(say(phrases, 'not-in-puzzles', { words: names })) },
  ];
}
