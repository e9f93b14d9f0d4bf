import type { Place } from '../../diagnostics/diagnostic.ts';

/** Text that an author wrote, and where it begins. */
export interface Passage {
  readonly text: string;
  readonly at: Place;
}

/** One thing that a pack is about: a character, a quotation, a word. */
export interface Entry {
  readonly kind: string;
  readonly id: string;
  /** Its heading, its `name` or its `title`. */
  readonly name: string;
  /** The stem of the file, where a kind has several: `book-terms`. */
  readonly group: string;
  /** The heading of that file, if it has one. */
  readonly groupTitle?: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly body: Passage;
  /** The named parts of the body, by slug: `how-to-write-about-it`. */
  readonly sections: Readonly<Record<string, Passage>>;
  readonly at: Place;
  /** The place of each field's value, by its path (`aliases.0`). */
  readonly places: Readonly<Record<string, Place>>;
}

/** One subject's content, read and checked. */
export interface Pack {
  /** The name of its folder. */
  readonly id: string;
  readonly entries: Readonly<Record<string, readonly Entry[]>>;
  /** The fields and body of `pack.md`. */
  readonly about: Entry;
}

/** Turns text into an id: lower case, with a single hyphen for each run of anything but letters and digits. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f’']/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
