import type { Passage } from '../../../content/entries/entry.ts';
import type { AnswerOut } from './answer-out.ts';

/** What there is to choose from and goes with nothing. */
export const matchingDistractors = (
  pairs: Extract<AnswerOut, { readonly as: 'pairs' }>['pairs'],
  sides: readonly Passage[],
): Passage[] => sides.filter((side) => !pairs.some(({ right }) => right.text === side.text));
