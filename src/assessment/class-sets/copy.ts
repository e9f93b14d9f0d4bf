import type { Place } from '../../diagnostics/diagnostic.ts';
import type { SheetLevel } from '../papers/worksheet.ts';
import type { RosterCell } from './roster.ts';

/** One printed paper of a set, and the pupil that it is for. */
export interface Copy {
  /** From 1, in the order of seats; spares come after. */
  readonly number: number;
  /**
   * `Seat 7`, `Spare 2`, or `10B, seat 7` where two classes have that seat: names the copy on every page without naming
   * the pupil.
   */
  readonly label: string;
  /** The same as part of a file's name: `seat-07`. */
  readonly slug: string;
  /** As written in the roster; undefined for a spare. */
  readonly seat?: string;
  /** Where the roster gives the seat. */
  readonly at?: Place;
  readonly name?: RosterCell;
  readonly class?: RosterCell;
  readonly id?: RosterCell;
  readonly extra?: RosterCell;
  readonly form: string;
  readonly style: string;
  /** The level of the sheet; undefined where there is only one. */
  readonly level?: SheetLevel;
  /** `A7K3QF-012-C`. */
  readonly code: string;
  /** The text of its QR code. */
  readonly payload: string;
}
