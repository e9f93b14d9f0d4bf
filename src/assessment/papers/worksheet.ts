import type { Passage } from '../../content/entries/entry.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Item } from '../item-bank/item.ts';
import type { LEVELS } from '../tasks/levels.ts';

export type SheetLevel = (typeof LEVELS)[number];

/** A worksheet with its items: first those for all levels, then those for one level only. */
export interface Worksheet {
  readonly id: string;
  readonly at: Place;
  readonly title: Passage;
  readonly instructions?: Passage;
  readonly items: readonly Item[];
  readonly levels: readonly SheetLevel[];
  /** Where pupils find the answers: in a separate file only, on a page at the end, or upside down at the foot. */
  readonly answers: 'apart' | 'last-page' | 'upside-down';
  /** The order of everything that is shuffled, the same at each level, by item and then by the labels of its tasks. */
  readonly orders: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}
