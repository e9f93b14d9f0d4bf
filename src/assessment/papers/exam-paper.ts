import type { Passage } from '../../content/entries/entry.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { ExamBoard } from '../boards/board.ts';
import type { Item } from '../item-bank/item.ts';

/** A paper with the items that it asks, in the order of its author. */
export interface ExamPaper {
  readonly id: string;
  readonly at: Place;
  readonly title: Passage;
  readonly code?: Passage;
  /** The board in whose manner it is set: its texts, words and tariffs. */
  readonly board?: ExamBoard;
  /** In minutes. */
  readonly duration: number;
  /** Instructions to candidates on the cover. */
  readonly instructions?: Passage;
  /** What candidates need, and what they may use. */
  readonly materials?: Passage;
  /** What candidates should know, and what they had better do. */
  readonly information?: Passage;
  readonly advice?: Passage;
  readonly forms: readonly string[];
  readonly seed: string;
  /** Percentages by the id of an objective. */
  readonly weights?: Readonly<Record<string, number>>;
  /** The last chapter that the class has read. */
  readonly reached?: string;
  readonly sections: readonly PaperSection[];
  /** The most that a candidate can get by answering as many questions as each section asks for. */
  readonly marks: number;
}

export interface PaperSection {
  readonly title: Passage;
  readonly instructions?: Passage;
  readonly items: readonly Item[];
  /** The number of items to answer, where candidates choose. */
  readonly answer?: number;
  readonly shuffle: boolean;
  /** Whether it begins on a new page; if undefined, where that costs none. */
  readonly newPage?: boolean;
  readonly marks: number;
}

/** The order of everything in one version of a paper: ids and numbers only. */
export interface Form {
  readonly paper: string;
  readonly letter: string;
  readonly sections: readonly { readonly questions: readonly FormQuestion[] }[];
}

export interface FormQuestion {
  /** From 1, through the whole paper. */
  readonly number: number;
  readonly item: string;
  /**
   * For each task, by its labels (`''`, `(a)`, `(a)(i)`), the order of its options, statements, steps, right side or word
   * bank: for each printed place the place in the item.
   */
  readonly orders: Readonly<Record<string, readonly number[]>>;
}
