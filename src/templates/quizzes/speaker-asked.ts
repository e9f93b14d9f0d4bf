import type { ExamPack } from '../../assessment/tasks/exam-pack.ts';
import type { EntryOf } from '../../content/entries/entry.ts';
import { speakerOf } from '../../content/entries/place-of.ts';
import type { Words } from '../../words/words.ts';
import { lineQuoted, quoted } from './line-quoted.ts';
import type { QuizQuestion } from './quiz-text.ts';

/** A longer line is read, and not remembered. */
const MOST_LETTERS = 160;

/** Asks who says a line. Undefined if the pack does not say, if the line itself does, or if it is too long. */
export function speakerAsked(
  quotation: EntryOf<'quotations'>,
  { entries }: ExamPack,
  words: Words,
): Pick<QuizQuestion, 'stem' | 'answer'> | undefined {
  const who = speakerOf(quotation, entries, (name) => name);
  const line = lineQuoted(quotation);
  if (who === undefined || line.length > MOST_LETTERS) return undefined;
  // Lines of a play may begin with the names of those who speak.
  if (line.toLowerCase().includes(who.toLowerCase())) return undefined;
  const { at } = quotation.body;
  return {
    stem: { text: quoted(line, words), at },
    answer: { text: who, at: quotation.places['speaker'] ?? at },
  };
}
