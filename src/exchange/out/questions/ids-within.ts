import type { Loss } from '../../losses/loss.ts';
import type { QuestionOut } from './question-out.ts';
import { shortId } from './short-id.ts';

/** The ids of questions in a format that allows only so many letters. @param losses grows: ids that are shortened */
export function idsWithin(
  questions: readonly QuestionOut[],
  most: number,
  losses: Loss[],
): ReadonlyMap<QuestionOut, string> {
  return new Map(
    questions.map((question) => {
      const id = shortId(question.id, most);
      if (id !== question.id)
        losses.push({
          what: `the end of an id of more than ${most} letters, which becomes “${id}”`,
          text: question.id,
          at: question.at,
        });
      return [question, id];
    }),
  );
}
