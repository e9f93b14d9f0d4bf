import type { Place } from '../../diagnostics/diagnostic.ts';

/** A cell of a roster, and its place. */
export interface Written {
  readonly text: string;
  readonly at: Place;
}

/** A row of a table, each cell with its place. */
export interface Row {
  readonly cells: readonly Written[];
  readonly at: Place;
}

/** A row of a roster: the pupil that a copy is for. Empty cells are left out. */
export interface Pupil {
  readonly name: Written;
  readonly class?: Written;
  readonly seat?: Written;
  /** A candidate's number. */
  readonly id?: Written;
  /** A form that this pupil has to get. */
  readonly form?: Written;
  readonly style?: Written;
  /** The level of worksheets: support, core or stretch. */
  readonly level?: Written;
  /** What the teacher wants to remember: extra time, a reader. */
  readonly extra?: Written;
  readonly at: Place;
}

/** The columns that a roster may have. Only the name is needed, or forename and surname. */
export const COLUMNS = [
  'name',
  'forename',
  'surname',
  'class',
  'seat',
  'id',
  'form',
  'style',
  'level',
  'extra',
] as const satisfies readonly (Exclude<keyof Pupil, 'at'> | 'forename' | 'surname')[];

export type Column = (typeof COLUMNS)[number];
