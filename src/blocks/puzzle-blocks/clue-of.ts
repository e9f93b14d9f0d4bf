import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import { sentenceEnds } from '../../words/sentence-ends.ts';
import { saysMore, wordFormsPattern } from '../../words/word-forms-pattern.ts';
import type { Inline } from '../block.ts';
import type { ExpandTools } from '../named/named-block.ts';
import { plainText } from '../plain-text.ts';
import type { WordWithMeaning } from './puzzle-fields.ts';

/** The width of a gap in place of the word itself, in points. */
const GAP = 34;

/** Gives the first sentence of a meaning as a clue. Where it has the word itself, there is a gap. */
export function clueOf({ word, meaning }: WordWithMeaning, { inline }: ExpandTools): Inline[] {
  return withGaps(untilSentenceEnds(inline(meaning)), withoutOriginMarks(word));
}

/** Whether a word has a clue that is more than a gap. */
export const hasClue = ({ word, meaning }: WordWithMeaning, { inline }: ExpandTools): boolean =>
  saysMore(plainText(untilSentenceEnds(inline(meaning))), withoutOriginMarks(word));

function untilSentenceEnds(text: readonly Inline[]): Inline[] {
  const kept: Inline[] = [];
  for (const run of text) {
    const [end] = run.kind === 'text' ? sentenceEnds(run.text) : [];
    if (run.kind !== 'text' || end === undefined) {
      kept.push(run.kind === 'break' ? { kind: 'text', text: ' ' } : run);
      continue;
    }
    kept.push({ ...run, text: run.text.slice(0, end) });
    break;
  }
  return kept;
}

/** Puts gaps in place of a word and its forms. */
function withGaps(text: readonly Inline[], word: string): Inline[] {
  const pattern = wordFormsPattern(word);
  return text.flatMap((run): Inline[] => {
    if (run.kind !== 'text') return [run];
    const pieces: Inline[] = [];
    let from = 0;
    for (const { index, 0: found } of run.text.matchAll(pattern)) {
      pieces.push({ ...run, text: run.text.slice(from, index) }, { kind: 'blank', width: GAP });
      from = index + found.length;
    }
    pieces.push({ ...run, text: run.text.slice(from) });
    return pieces.filter((piece) => piece.kind !== 'text' || piece.text !== '');
  });
}
