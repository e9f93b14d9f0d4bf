import type { Place } from '../../diagnostics/diagnostic.ts';

/** How far a printer lays backs off their fronts, in millimetres, seen from the front, and where that is written. */
export interface PrinterOffset {
  readonly right: number;
  readonly down: number;
  readonly at: Place;
}
