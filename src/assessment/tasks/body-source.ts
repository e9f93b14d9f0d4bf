import type { Passage } from '../../content/entries/entry.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { TaskFields } from './task-fields.ts';

/** What a kind of question reads a task's body from. */
export interface BodySource<Fields = unknown> {
  /** The text below the stem, without sections for teachers. */
  readonly main: Passage;
  /** The words of the quotation that the field `quotation` names, if it names one. */
  readonly quoted?: Passage | undefined;
  /** The fields of every task, and those that the kind adds. */
  readonly fields: TaskFields & Fields;
  /** The place of each field's value, by its path (`extra.0`). */
  readonly places: Readonly<Record<string, Place>>;
  /** The place of the stem. */
  readonly at: Place;
}

/** A task's body, and the rest of the text that it was read from. */
export interface ReadBody<Body> {
  readonly body: Body;
  /** Printed below the stem. */
  readonly text?: Passage;
  /** The model answer, or the reason why the key is right. */
  readonly answer?: Passage;
}
