import type { Passage } from '../../../content/entries/entry.ts';
import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { AnswerOut } from './answer-out.ts';

/**
 * A question as other programs ask it: one thing to answer, with everything that has to be read for it. A question with parts
 * is as many of these as there are parts.
 */
export interface QuestionOut {
  /** The same in every export: the id of its item, with the labels of the part and the number of the statement that it is. */
  readonly id: string;
  /** Its heading, for lists of questions. */
  readonly name: Passage;
  readonly at: Place;
  /** The kind of question that it is in the pack. */
  readonly kind: string;
  /** What has to be read before it, as Markdown: texts that it is about, and the question that it is a part of. */
  readonly reading: readonly Passage[];
  /** The question itself, as Markdown, with what is printed below it. */
  readonly asking: readonly Passage[];
  /** 0 if its author gives none. */
  readonly marks: number;
  /** Whether what there is to choose from may be in any order. */
  readonly shuffle: boolean;
  readonly answer: AnswerOut;
  /** Model answers, as Markdown, to a question that somebody has to mark. */
  readonly model: readonly Passage[];
  /** Why the right answer is right, as Markdown: what a pupil may read afterwards. */
  readonly explanation: readonly Passage[];
  /** What only whoever marks it needs: what else to accept, levels. Each with a label in the language of the pack. */
  readonly marking: readonly MarkingNote[];
  /** Words of the author's, objectives and levels, to find it by. */
  readonly tags: readonly string[];
}

/** A note for whoever marks an answer. */
export interface MarkingNote {
  readonly label: string;
  readonly text: Passage;
}
