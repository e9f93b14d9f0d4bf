import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Written } from './roster.ts';

/** One printed paper of a set, and whose it is. */
export interface Copy {
  /** From 1, in the order of seats; spares come after. */
  readonly number: number;
  /** `Seat 7`, `Spare 2`, or `10B, seat 7` where two classes have that seat: says of every page which copy it is from, without a name. */
  readonly label: string;
  /** The same as part of a file's name: `seat-07`. */
  readonly slug: string;
  /** As it was given; nothing for a spare. */
  readonly seat?: string;
  /** Where the roster says so. */
  readonly at?: Place;
  readonly name?: Written;
  readonly class?: Written;
  readonly id?: Written;
  readonly extra?: Written;
  readonly form: string;
  readonly style: string;
  /** `A7K3QF-012-C`. */
  readonly code: string;
  /** What its QR code says. */
  readonly payload: string;
}
