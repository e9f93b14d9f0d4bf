import type { Place } from '../../diagnostics/diagnostic.ts';

/** A cell of a roster, and its place. */
export interface Written {
  readonly text: string;
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

/**
 * The columns that a roster may have, with what else people call them. Only the name is needed, or forename and surname.
 */
export const COLUMNS = {
  name: ['pupil', 'student', 'candidate', 'full name', 'pupil name', 'student name'],
  forename: ['first name', 'given name', 'preferred name'],
  surname: ['last name', 'family name'],
  class: ['group', 'set', 'class name', 'teaching group'],
  seat: ['desk', 'place', 'seat number', 'seat no'],
  id: ['number', 'candidate number', 'candidate no', 'exam number', 'student id', 'pupil id'],
  form: ['version', 'paper form'],
  style: ['print', 'layout'],
  level: ['worksheet level', 'ability'],
  extra: ['notes', 'note', 'remarks', 'access', 'arrangements', 'extra time'],
} as const satisfies Record<Exclude<keyof Pupil, 'at'> | 'forename' | 'surname', readonly string[]>;

export type Column = keyof typeof COLUMNS;
