import type { Passage } from '../../content/entries/entry.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Item } from '../item-bank/item.ts';
import type { LEVELS } from '../tasks/levels.ts';
import type { Form } from './exam-paper.ts';

export type SheetLevel = (typeof LEVELS)[number];

/** A worksheet with its items: first those on every sheet, then those of one level only. */
export interface Worksheet {
  readonly id: string;
  readonly at: Place;
  readonly title: Passage;
  readonly instructions?: Passage;
  /** The last chapter that the class has read. */
  readonly reached?: string;
  readonly items: readonly Item[];
  /** What is printed for pupils, easiest first. No two are the same. */
  readonly sheets: readonly Sheet[];
  /** Where pupils find the answers: in a separate file only, on a page at the end, or upside down at the foot. */
  readonly answers: 'apart' | 'last-page' | 'upside-down';
  readonly seed: string;
  /** The order of everything that is shuffled, the same at each level, and of the questions, the same in each form. */
  readonly forms: readonly Form[];
}

/** A file for pupils: a worksheet at one level, in one form. */
export interface Sheet {
  readonly level: SheetLevel;
  /** The letter of its form. */
  readonly form: string;
  /** What tells it from the other sheets of its worksheet, as file names give it: `support-a`; undefined for the only one. */
  readonly name: string | undefined;
  /** Whether its title says the level, and its foot the form: not if there is only one. */
  readonly saysLevel: boolean;
  readonly saysForm: boolean;
}
