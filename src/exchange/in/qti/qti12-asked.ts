import type { AskWithNotes } from '../questions/ask-with-notes.ts';

/** What an item asks, and the answers that something is said about. */
export interface Qti12Ask extends AskWithNotes {
  readonly said: readonly { readonly text: string; readonly feedbackId: string }[];
}
