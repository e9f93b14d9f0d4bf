import type { Passage } from '../../../content/entries/entry.ts';

/** Something to choose. */
export interface ChoiceOut {
  readonly text: Passage;
  readonly isRight: boolean;
  readonly isPinned: boolean;
}

/** A gap: the words that it takes or, where there are words to choose from, all of these in alphabetical order. */
export interface GapOut {
  readonly isChosen: boolean;
  readonly words: readonly { readonly text: Passage; readonly isRight: boolean }[];
}

/** The ways in which other programs ask, by the name in `as`; each has what they need to ask and to mark. */
interface AnswersOut {
  /** Options of which one, or `isSingle` is false, some are right. */
  readonly choice: { readonly options: readonly ChoiceOut[]; readonly isSingle: boolean };
  /** The question is a statement to judge. */
  readonly 'true-false': { readonly isTrue: boolean };
  /** What goes with what; `sides` is everything to choose from, each once, in an order that gives nothing away. */
  readonly pairs: {
    readonly pairs: readonly { readonly left: Passage; readonly right: Passage }[];
    readonly sides: readonly Passage[];
  };
  /** Steps in the right order. */
  readonly order: { readonly steps: readonly Passage[] };
  /** A text with gaps, which are `[[1]]`, `[[2]]` … in it. */
  readonly gaps: { readonly text: Passage; readonly blanks: readonly GapOut[] };
  /** An answer in words of the pupil’s own, which somebody has to mark; `lines` of handwriting. */
  readonly written: { readonly lines: number };
}

/** How a question is answered. */
export type AnswerOut = { [As in keyof AnswersOut]: { readonly as: As } & AnswersOut[As] }[keyof AnswersOut];

/** A function for each way of asking: a new way does not compile until every format has one for it. */
export type ByAnswer<Arguments extends readonly unknown[], Result> = {
  readonly [As in AnswerOut['as']]: (
    answer: Extract<AnswerOut, { readonly as: As }>,
    ...rest: Arguments
  ) => Result;
};

/** Calls the function for the way in which a question is answered. */
export const byAnswer = <Arguments extends readonly unknown[], Result>(
  table: ByAnswer<Arguments, Result>,
  answer: AnswerOut,
  ...rest: Arguments
): Result => (table[answer.as] as (answer: AnswerOut, ...rest: Arguments) => Result)(answer, ...rest);
