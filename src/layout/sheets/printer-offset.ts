import type { Place } from '../../diagnostics/diagnostic.ts';

/** How far off a printer prints backs, in millimetres as seen from the front, and where that is written. */
export interface PrinterOffset {
  readonly right: number;
  readonly down: number;
  readonly at: Place;
}
