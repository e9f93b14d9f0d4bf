import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { TextBlock } from '../rich-text/text-block.ts';

/** A question as any of the formats has it. Texts of one line are Markdown. */
export interface Question {
  readonly at: Place;
  /** What the source calls it for good. */
  readonly id?: string;
  /** Its name in a bank, as plain text; often no more than a number, or how the question begins. */
  readonly title?: string;
  readonly stem: readonly TextBlock[];
  readonly ask: Ask;
  readonly marks?: number;
  readonly tags: readonly string[];
  /** Why the key is right, and what is said of other answers. */
  readonly rationale: readonly TextBlock[];
  /** How answers are marked. */
  readonly guidance: readonly TextBlock[];
  /** Its words as they are in the source, for what has to be left behind as a whole. */
  readonly raw: string;
}

/** What pupils are to do. */
export type Ask = AskChoice | AskTrueFalse | AskMatching | AskOrdering | AskCloze | AskWritten;

/** Options of which one or several are right. */
interface AskChoice {
  readonly kind: 'multiple-choice';
  readonly options: readonly ChoiceOption[];
  /** `false` if the source keeps the order of options. */
  readonly shuffle?: boolean;
  /** Whether any one of several right options earns all marks. */
  readonly anyKey?: boolean;
}

/** An option of a choice. */
interface ChoiceOption {
  readonly text: string;
  readonly key: boolean;
  readonly pinned?: boolean;
}

/** Statements to judge. */
export interface AskTrueFalse {
  readonly kind: 'true-false';
  readonly statements: readonly { readonly text: string; readonly key: boolean }[];
}

/** Pairs to put together. */
interface AskMatching {
  readonly kind: 'matching';
  readonly pairs: readonly { readonly left: string; readonly right: string }[];
  /** What matches nothing. */
  readonly extras: readonly string[];
}

/** Steps to put in order. */
interface AskOrdering {
  readonly kind: 'ordering';
  /** In the right order. */
  readonly steps: readonly string[];
}

/** A text with gaps. */
export interface AskCloze {
  readonly kind: 'cloze';
  /** The texts of gaps, whose places in the stem are `gapMark(0)`, `gapMark(1)` … */
  readonly gaps: readonly Gap[];
}

/** A gap: answers that are right, the best one first, and wrong ones to choose from. */
export interface Gap {
  readonly answers: readonly string[];
  readonly wrong: readonly string[];
  /** Whether pupils choose from a list. */
  readonly isChosen: boolean;
}

/** Where a gap is in a text. Nobody writes these characters. */
export const gapMark = (index: number): string => `\uE100${index}\uE101`;

/** Whether a text has a gap in it. */
export const holdsGap = (text: string): boolean => text.includes('\uE100');

/** An answer in words of the pupil’s own. */
export interface AskWritten {
  readonly kind: 'short' | 'extended';
  /** Answers that earn all marks, the best one first. */
  readonly answers: readonly TextBlock[][];
  /** Answers that earn none. */
  readonly wrong: readonly string[];
  /** What a good answer holds, where there is no model answer. */
  readonly content?: readonly TextBlock[];
}
