import type { Passage } from '../../../content/entries/entry.ts';
import type { Loss } from '../../losses/loss.ts';
import type { QuestionOut } from '../questions/question-out.ts';
import { moodleFraction } from './moodle-fraction.ts';

/**
 * Makes a question with more right options than Moodle can share marks among one that is answered in words, with its options
 * in its text. Others stay as they are. @param losses grows
 */
export function withCountableKeys(question: QuestionOut, losses: Loss[]): QuestionOut {
  const { answer, at, asking } = question;
  if (answer.as !== 'choice' || answer.isSingle) return question;
  const right = answer.options.filter(({ isRight }) => isRight);
  if (moodleFraction(right.length) !== undefined) return question;
  losses.push({ what: `boxes to tick, where more than ten are right`, text: '', at });
  const list: Passage = { text: answer.options.map(({ text }) => `- ${text.text}`).join('\n'), at };
  return {
    ...question,
    asking: [...asking, list],
    answer: { as: 'written', lines: right.length },
    model: right.map(({ text }) => text),
  };
}
