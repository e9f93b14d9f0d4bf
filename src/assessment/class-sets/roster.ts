import type { Place } from '../../diagnostics/diagnostic.ts';

/** A cell of a roster, and its place. */
export interface RosterCell {
  readonly text: string;
  readonly at: Place;
}

/** A row of a table, each cell with its place. */
export interface Row {
  readonly cells: readonly RosterCell[];
  readonly at: Place;
}

/** A row of a roster: the pupil that a copy is for. Empty cells are left out. */
export interface Pupil {
  readonly name: RosterCell;
  readonly class?: RosterCell;
  readonly seat?: RosterCell;
  /** A candidate's number. */
  readonly id?: RosterCell;
  /** A form that this pupil has to get. */
  readonly form?: RosterCell;
  readonly style?: RosterCell;
  /** The level of worksheets: support, core or stretch. */
  readonly level?: RosterCell;
  /** What the teacher wants to remember: extra time, a reader. */
  readonly extra?: RosterCell;
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
