import type { Passage } from '../../../content/entries/entry.ts';
import { say } from '../../../words/say.ts';
import type { PackOut } from '../pack-out.ts';
import { type ByAnswer, byAnswer } from './answer-out.ts';
import type { QuestionOut } from './question-out.ts';

/** The right answer to a question as texts to read, for formats that have questions with an answer and nothing else. */
export const rightAnswers = (question: QuestionOut, source: PackOut): readonly Passage[] =>
  byAnswer(RIGHT, question.answer, question, source);

const RIGHT: ByAnswer<[question: QuestionOut, source: PackOut], readonly Passage[]> = {
  choice: ({ options }) => options.filter(({ isRight }) => isRight).map(({ text }) => text),
  'true-false': ({ isTrue }, { at }, { words }) => [{ text: say(words, isTrue ? 'true' : 'false'), at }],
  pairs: ({ pairs }) =>
    pairs.map(({ left, right }) => ({ text: `${left.text} – ${right.text}`, at: left.at })),
  order: ({ steps }) => steps.map(({ text, at }, index) => ({ text: `${index + 1}\\. ${text}`, at })),
  gaps: ({ blanks }) =>
    blanks.map(({ words }, index) => {
      const right = words.filter(({ isRight }) => isRight).map(({ text }) => text);
      const number = blanks.length > 1 ? `${index + 1}\\. ` : '';
      return { text: number + right.map(({ text }) => text).join(' / '), at: right[0]!.at };
    }),
  written: (_, { model }) => model,
};
