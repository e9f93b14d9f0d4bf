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
}

/** Numbers questions, and gives each the room that its answer needs. @param written whether answers go into the stem */
export const numbered = (
  questions: readonly Pick<QuizQuestion, 'stem' | 'answer'>[],
  { from = 1, written = false }: { readonly from?: number; readonly written?: boolean } = {},
): QuizQuestion[] =>
  questions.map(({ stem, answer }, index) => ({
    number: String(index + from),
    stem,
    answer,
    letters: written ? 0 : answer.text.length,
  }));
