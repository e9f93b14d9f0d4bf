import type { Passage } from '../../content/entries/entry.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { LEVELS } from '../tasks/assessment-kinds.ts';
import type { Item } from '../tasks/item.ts';

export type SheetLevel = (typeof LEVELS)[number];

/** A worksheet with the items that it asks: those for everybody first, then those for one level only. */
export interface Worksheet {
  readonly id: string;
  readonly at: Place;
  readonly title: Passage;
  readonly instructions?: Passage;
  readonly items: readonly Item[];
  readonly levels: readonly SheetLevel[];
  /** Where pupils find what is right: nowhere (the key is a file of its own), on a page at the end, or turned at its foot. */
  readonly answers: 'apart' | 'last-page' | 'upside-down';
  /** The order of everything that is shuffled, the same at each level, by item and then by the labels of its tasks. */
  readonly orders: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}
