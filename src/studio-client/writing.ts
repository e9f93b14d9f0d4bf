import type { ProblemMark } from '../studio/wire/live-answer.ts';

/** What is sent of what somebody has written: the whole text, or the form of one entry. */
export type Written =
  | { readonly text: string }
  | { readonly form: Readonly<Record<string, readonly string[]>>; readonly entry: number };

/** Where somebody writes. */
export interface Writing {
  /** What is written now. */
  written(): Written;
  /** The line that somebody is at; undefined where lines mean nothing. */
  line(): number | undefined;
  /** Goes to a line. @returns false if it cannot */
  goTo(line: number): boolean;
  /** Shows what is wrong, and where. */
  mark(marks: readonly ProblemMark[]): void;
}

/** What to do when something is written, and when somebody goes to another place. */
export interface WritingEvents {
  onChange(): void;
  onMove(): void;
}
