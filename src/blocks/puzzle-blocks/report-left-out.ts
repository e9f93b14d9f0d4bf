import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import type { ExpandTools } from '../named/named-block.ts';
import type { LeftOutWord, Obstacle } from '../puzzles/puzzle-words.ts';
import type { WordWithMeaning } from './puzzle-fields.ts';

/** Reports each word that is not in a puzzle, where its author wrote it: why, and what would do. */
export function reportLeftOut(
  leftOut: readonly LeftOutWord[],
  words: readonly WordWithMeaning[],
  puzzle: string,
  { report, placeIn }: ExpandTools,
): void {
  for (const { index, obstacle } of leftOut) {
    const word = words[index]!.word;
    const name = withoutOriginMarks(word);
    const [why, hint] = reasonFor(obstacle, words);
    report.add(
      'puzzle-word-left-out',
      placeIn(word),
      `“${name}” is not in the ${puzzle}: ${why}.`,
      hint,
      name,
    );
  }
}

function reasonFor(obstacle: Obstacle, words: readonly WordWithMeaning[]): [why: string, hint: string] {
  const nameOf = (index: number) => withoutOriginMarks(words[index]!.word);
  switch (obstacle.kind) {
    case 'short':
      return [
        'it has fewer than three letters',
        'Write it out if it is short for something: the puzzle is printed without it.',
      ];
    case 'long':
      return [
        `it has ${obstacle.letters} letters, and the grid has room for ${obstacle.most}`,
        'Shorten it if you can: the puzzle is printed without it.',
      ];
    case 'sign':
      return [
        'it has a digit or another sign that is not a letter',
        'Write it in letters. Spaces, hyphens, apostrophes and full stops do not matter.',
      ];
    case 'clueless':
      return [
        'its meaning is the word itself, so there is nothing to ask',
        'Write a meaning that says more: the puzzle is printed without it.',
      ];
    case 'twice':
      return [
        `“${nameOf(obstacle.other)}” has the same letters`,
        'Remove one of the two, or change its word.',
      ];
    case 'inside':
      return [
        `it would be found twice, because “${nameOf(obstacle.other)}” contains it`,
        'Remove one of the two from this puzzle.',
      ];
    case 'apart':
      return [
        'it shares no letter in the right place with the other words',
        'Add words that share letters with it, or try another seed.',
      ];
    case 'full':
      return ['there is no room left for it', 'Give the puzzle more columns and rows, or fewer words.'];
  }
}
