import type { Place } from '../../diagnostics/diagnostic.ts';
import type { ContentKind } from '../kinds/content-kinds.ts';
import type { EntryKind, FieldsOf } from '../kinds/entry-kind.ts';
import type { PACK_KIND } from '../kinds/pack-kind.ts';
import { transliterate } from './transliterate.ts';

/** Text that an author wrote, and where it begins. */
export interface Passage {
  readonly text: string;
  readonly at: Place;
}

/**
 * One thing that a pack is about: a character, a quotation, a word. Its fields have the types of its kind's schema; of an
 * entry of any kind they are unknown.
 */
export interface Entry<K extends EntryKind = EntryKind> {
  readonly kind: K['name'];
  readonly id: string;
  /** Its heading, its `name` or its `title`. */
  readonly name: string;
  /** The stem of the file, where a kind has several: `book-terms`. */
  readonly group: string;
  /** The heading of that file, if it has one. */
  readonly groupTitle?: string;
  readonly fields: FieldsOf<K>;
  readonly body: Passage;
  /** The named parts of the body, by slug: `how-to-write-about-it`. */
  readonly sections: Readonly<Record<string, Passage>>;
  readonly at: Place;
  /** The place of each field's value, by its path (`aliases.0`). */
  readonly places: Readonly<Record<string, Place>>;
}

/** Lists of entries by the names of their kinds. A kind without entries has an empty list. */
export type EntriesOf<K extends EntryKind> = {
  readonly [Each in K as Each['name']]: readonly Entry<Each>[];
};

/** An entry of the kind with a name: `EntryOf<'quotations'>`. */
export type EntryOf<Name extends K['name'], K extends EntryKind = ContentKind> = Entry<
  Extract<K, { readonly name: Name }>
>;

/** One subject's content, read and checked, with entries of some kinds. */
export interface Pack<K extends EntryKind = ContentKind> {
  /** The name of its folder. */
  readonly id: string;
  readonly entries: EntriesOf<K>;
  /** The fields and body of `pack.md`. */
  readonly about: Entry<typeof PACK_KIND>;
}

const UMLAUTS: ReadonlyMap<string, string> = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
]);

/**
 * Turns text into an id: lower case, with a single hyphen for each run of anything but letters and digits. Greek and Cyrillic
 * letters are written in Latin ones; letters of other scripts are left out.
 * @param lang in German, umlauts get an e, as in addresses: `bruecke`; in any other language they lose their dots
 */
export function slug(text: string, lang?: string): string {
  const small = text.normalize('NFC').toLowerCase();
  const spelt = /^de(-|$)/.test(lang ?? '')
    ? small.replace(/[äöü]/g, (umlaut) => UMLAUTS.get(umlaut)!)
    : small;
  // Twice: some letters with an accent are letters of their own, others are not.
  const plain = transliterate(spelt)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f’']/g, '')
    .toLowerCase();
  return transliterate(plain)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
