import type { Place } from '../../diagnostics/diagnostic.ts';

/** A text as templates see it, with the place where its author wrote it. */
export interface QuizText {
  readonly text: string;
  readonly at: Place;
}

/** A question of a quiz, with its answer. All texts are Markdown of one paragraph. */
export interface QuizQuestion {
  /** From 1. */
  readonly number: string;
  readonly stem: QuizText;
  readonly answer: QuizText;
  /** The letters of the answer, for which there is room; 0 where it is written into the stem. */
  readonly letters: number;
  /** Lines for it on half a page, where an answer is a few words: one or two. */
  readonly lines: number;
}

/** A question before it has its number. */
export interface Unnumbered extends Pick<QuizQuestion, 'stem' | 'answer'> {
  /** Whether its answer is written into the stem, so that it needs no room below. */
  readonly written?: boolean;
  /** Whether its answer is known to the letter, so that it needs no room to spare. */
  readonly exact?: boolean;
}

/** Lines have a third more room than letters need: as many letters have just enough. */
const NONE_TO_SPARE = 3 / 4;

/** Longer answers take a second line on half a page. */
const ON_A_LINE = 32;

/** Numbers questions, and gives each the room that its answer needs. */
export const numbered = (
  questions: readonly Unnumbered[],
  { from = 1 }: { readonly from?: number } = {},
): QuizQuestion[] =>
  questions.map(({ stem, answer, written, exact }, index) => {
    const { length } = answer.text;
    return {
      number: String(index + from),
      stem,
      answer,
      letters: written ? 0 : Math.round(length * (exact ? NONE_TO_SPARE : 1)),
      lines: written ? 0 : length > ON_A_LINE ? 2 : 1,
    };
  });
