import type { Place } from '../../../diagnostics/diagnostic.ts';
import { isQuestion } from './area-of.ts';
import { markdownOf } from './sections-of.ts';
import type { TextPiece } from './text-piece.ts';

/** A question and its answer, both in Markdown. */
interface AskedQuestion {
  readonly question: string;
  readonly answer: string;
  readonly at: Place;
}

/** What stands before a question or an answer to number or to name it. */
export const withoutNumber = (markdown: string): string =>
  markdown.replace(
    /^(?:\*\*)?(?:(?:Q(?:uestion)?|F(?:rage)?)\.? ?\d{0,3}|\d{1,3})\\?[.):]\s*(?:\*\*)?\s*(?=\S)/iu,
    (mark) => ((mark.match(/\*\*/g) ?? []).length === 1 && mark.startsWith('**') ? '**' : ''),
  );
const ANSWER = /^(?:\*\*)?(?:A|Answer|Antwort|Réponse|Respuesta|Risposta)\\?[.:)]\s*(?:\*\*)?\s*/iu;

/**
 * Finds questions in a text without headings: items of lists that ask something, and paragraphs that do, with what follows
 * each as its answer.
 * @returns them, and what comes before the first
 */
export function questionsInNotes(pieces: readonly TextPiece[]): {
  questions: AskedQuestion[];
  rest: TextPiece[];
} {
  const questions: { question: string; answers: string[]; at: Place }[] = [];
  const rest: TextPiece[] = [];
  for (const piece of pieces) {
    const items = piece.kind === 'list' ? piece.items : [];
    if (
      items.length > 0 &&
      items.filter(({ text, isLong }) => isQuestion(text) && !isLong).length === items.length
    )
      for (const { markdown, at } of items) questions.push({ question: markdown, answers: [], at });
    else if (piece.kind === 'paragraph' && isQuestion(piece.text) && piece.text.length < 400)
      questions.push({ question: piece.markdown, answers: [], at: piece.at });
    else if (questions.length > 0) questions.at(-1)!.answers.push(markdownOf(piece));
    else rest.push(piece);
  }
  return {
    rest,
    questions: questions.map(({ question, answers, at }) => ({
      question: withoutNumber(question.replace(/\\\n/g, ' ')),
      answer: answers.join('\n\n').replace(ANSWER, ''),
      at,
    })),
  };
}
