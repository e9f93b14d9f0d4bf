import type { Loss } from '../../losses/loss.ts';
import type { QuestionOut } from '../questions/question-out.ts';

/** How a gap is written that another question asks about, as Markdown: a blank with its number. */
const otherGap = (number: string) => `______ (${number})`;

/**
 * For formats in which a question has one gap: gives a question for each gap of a text, in which the other gaps are blanks.
 * Other questions stay as they are. @param losses grows
 */
export function eachGap(question: QuestionOut, losses: Loss[]): QuestionOut[] {
  const { answer, marks, at } = question;
  if (answer.as !== 'gaps' || answer.blanks.length < 2) return [question];
  const { text, blanks } = answer;
  losses.push({
    what: 'a text with several gaps, each of which becomes a question of its own',
    text: '',
    at,
  });
  return blanks.map((blank, index) => {
    const own = String(index + 1);
    const shown = text.text.replace(/\[\[(\d+)\]\]/g, (_, number: string) =>
      number === own ? '[[1]]' : otherGap(number),
    );
    return {
      ...question,
      id: `${question.id}.${own}`,
      name: { ...question.name, text: `${question.name.text} (${own})` },
      marks: Math.round((marks / blanks.length) * 100) / 100,
      answer: { ...answer, text: { ...text, text: shown }, blanks: [blank] },
    };
  });
}
