import type { EditorMark } from './editor-mark.ts';

/** Where a text is written. Line ends are `\n`. */
export interface Editor {
  text(): string;
  /** Puts another text in place of this one, as far as they differ, so that the cursor stays where it was. */
  setText(text: string): void;
  /** Shows problems in place of those that were shown. */
  setMarks(marks: readonly EditorMark[]): void;
  /** Puts the cursor on a line, in the middle of what is seen, and the keyboard there. */
  goTo(line: number, column?: number): void;
  /** The line that the cursor is on. */
  line(): number;
  focus(): void;
  /** Takes it out of the page. */
  close(): void;
}

/** What an editor needs to begin. */
export interface EditorOptions {
  /** The element that it is put into, in place of what is in it. */
  readonly parent: HTMLElement;
  readonly text: string;
  readonly marks: readonly EditorMark[];
  /** What screen readers call it. */
  readonly label: string;
  /** The language of the text, for spelling. */
  readonly lang?: string | undefined;
  /** What the policy of the page lets styles in by. */
  readonly nonce: string;
  /** Called after each change of the text. */
  readonly onChange: () => void;
  /** Called when the cursor comes to another line. */
  readonly onLine?: (line: number) => void;
}
