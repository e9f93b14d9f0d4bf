import type { Passage } from '../../content/entries/entry.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';

/** Something to choose, or a statement to judge. */
export interface Option extends Passage {
  readonly key: boolean;
  /** Whether it keeps its place when options are shuffled. */
  readonly pinned: boolean;
}

/** Room for an answer: lines, millimetres, a share of the page, or the rest of it. */
export interface AnswerRoom {
  readonly ruling: 'lined' | 'squared' | 'dotted' | 'boxed' | 'blank';
  readonly lines?: number;
  /** In millimetres. */
  readonly height?: number;
  readonly rest?: boolean;
}

/** What a task asks, by its kind. */
export type TaskBody =
  | { readonly kind: 'multiple-choice'; readonly options: readonly Option[]; readonly choose: number }
  | { readonly kind: 'true-false'; readonly statements: readonly Option[]; readonly reason: boolean }
  /** `right[i]` goes with `left[i]`; what `right` has more of goes with nothing. */
  | {
      readonly kind: 'matching';
      readonly left: readonly Passage[];
      readonly right: readonly Passage[];
      /** All that there is to choose from, in an order of its author's, where the right side does not say it. */
      readonly choose?: readonly Passage[];
    }
  /** In the right order. */
  | {
      readonly kind: 'ordering';
      readonly steps: readonly Passage[];
      /** For each step as it was written which one it is, from 0, where that is not their right order. */
      readonly written?: readonly number[];
    }
  /** Blanks are [[1]], [[2]] … in the text; each has the words that are taken, the best first. */
  | {
      readonly kind: 'cloze' | 'table';
      readonly text: Passage;
      readonly blanks: readonly Blank[];
      readonly bank?: readonly Passage[];
    }
  | {
      readonly kind: 'labelling';
      readonly labels: readonly { readonly letter: string; readonly answer: Passage }[];
      readonly bank?: readonly Passage[];
    }
  | {
      readonly kind: 'identify';
      readonly quotation: string;
      readonly asks: readonly ('who' | 'where' | 'why')[];
    }
  | { readonly kind: 'short' | 'extended'; readonly levels?: string }
  | { readonly kind: 'parts' };

export interface Blank {
  readonly words: readonly string[];
  readonly at: Place;
}

/** A question, a part or a subpart. */
export interface Task {
  /** `(a)`, `(i)`, or nothing for a whole question. */
  readonly label: string;
  readonly at: Place;
  readonly stem: Passage;
  /** Markdown printed below the stem. */
  readonly text?: Passage;
  readonly body: TaskBody;
  /** Its own, or the sum of its parts. */
  readonly marks: number;
  /** How many of the marks are for which objective; by id. */
  readonly objectives: readonly { readonly id: string; readonly marks: number }[];
  readonly space?: AnswerRoom;
  /** What a worksheet prints for whoever needs help: words to use, beginnings of sentences. */
  readonly words?: readonly Passage[];
  readonly starters?: readonly Passage[];
  /** A prompt to go further. */
  readonly extend?: Passage;
  /** Whether options may change places. */
  readonly shuffle: boolean;
  /**
   * Teacher's texts by slug: `answer`, `accept`, `reject`, `guidance`, `rationale`, `indicative-content`, `extension`.
   */
  readonly notes: Readonly<Record<string, Passage>>;
  readonly parts: readonly Task[];
}

/** An entry of the item bank. */
export interface Item {
  readonly id: string;
  readonly name: string;
  readonly at: Place;
  readonly task: Task;
  readonly stimulus?: string;
  readonly pinned: boolean;
  readonly level: string;
  readonly tags: readonly string[];
  readonly chapters: readonly string[];
  readonly themes: readonly string[];
}
