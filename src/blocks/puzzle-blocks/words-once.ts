import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import type { ExpandTools } from '../named/named-block.ts';
import type { LeftOutWord } from '../puzzles/puzzle-words.ts';
import { hasClue } from './clue-of.ts';
import type { WordWithMeaning } from './puzzle-fields.ts';
import { reportLeftOut } from './report-left-out.ts';

/** Gives words for cards, each once. One that is there already, or that its meaning cannot ask for, is reported and left out. */
export function wordsOnce(
  words: readonly WordWithMeaning[],
  puzzle: string,
  tools: ExpandTools,
): WordWithMeaning[] {
  const known = new Map<string, number>();
  const leftOut: LeftOutWord[] = [];
  const kept = words.filter((given, index) => {
    const { word } = given;
    if (!hasClue(given, tools)) {
      leftOut.push({ index, obstacle: { kind: 'clueless' } });
      return false;
    }
    const name = withoutOriginMarks(word).normalize('NFC').trim().toLowerCase();
    const other = known.get(name);
    if (other !== undefined) leftOut.push({ index, obstacle: { kind: 'twice', other } });
    else known.set(name, index);
    return other === undefined;
  });
  reportLeftOut(leftOut, words, puzzle, tools);
  return kept;
}
