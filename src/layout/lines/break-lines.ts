import { breakJustified } from './break-justified.ts';
import { breakRagged } from './break-ragged.ts';
import type { Line, LineItem } from './items.ts';

/** Whether lines fill the measure, end unevenly, or end unevenly but all have about the same length. */
export type LineShape = 'justified' | 'ragged' | 'balanced';

/**
 * Breaks a paragraph into lines. Widths are numbers in any unit; no fonts are involved.
 * A box wider than the measure gets its own line.
 */
export function breakLines(items: readonly LineItem[], measure: number, shape: LineShape = 'ragged'): Line[] {
  return shape === 'justified'
    ? breakJustified(items, measure)
    : breakRagged(items, measure, shape === 'balanced');
}
