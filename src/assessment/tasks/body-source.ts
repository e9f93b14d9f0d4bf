import type { Passage } from '../../content/entries/entry.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { TaskFields } from './task-fields.ts';

/** What is known of a task while its text is read. */
export interface BodySource {
  readonly main: Passage;
  readonly fields: TaskFields;
  readonly places: Readonly<Record<string, Place>>;
  /** Where its stem stands. */
  readonly at: Place;
}
