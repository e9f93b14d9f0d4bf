import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import type { ExpandTools } from '../named/named-block.ts';
import type { LeftOutWord } from '../puzzles/puzzle-words.ts';
import type { WordWithMeaning } from './puzzle-fields.ts';
import { reportLeftOut } from './report-left-out.ts';

/** Gives words for cards, each once: one that is there already is reported and left out. */
export function wordsOnce(
  words: readonly WordWithMeaning[],
  puzzle: string,
  tools: ExpandTools,
): WordWithMeaning[] {
  const known = new Map<string, number>();
  const leftOut: LeftOutWord[] = [];
  const kept = words.filter(({ word }, index) => {
    const name = withoutOriginMarks(word).normalize('NFC').trim().toLowerCase();
    const other = known.get(name);
    if (other !== undefined) leftOut.push({ index, obstacle: { kind: 'twice', other } });
    else known.set(name, index);
    return other === undefined;
  });
  reportLeftOut(leftOut, words, puzzle, tools);
  return kept;
}
