import { breakJustified } from './break-justified.ts';
import { breakRagged } from './break-ragged.ts';
import type { Line, LineItem } from './items.ts';

/** How lines end: filled out to the measure, uneven, or uneven but all about equally long. */
export type LineShape = 'justified' | 'ragged' | 'balanced';

/**
 * Breaks a paragraph into lines. It takes widths as numbers, in any unit, and never sees a font.
 * A box wider than the measure gets a line of its own.
 */
export function breakLines(items: readonly LineItem[], measure: number, shape: LineShape = 'ragged'): Line[] {
  return shape === 'justified'
    ? breakJustified(items, measure)
    : breakRagged(items, measure, shape === 'balanced');
}
