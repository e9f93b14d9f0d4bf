import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { Loss } from '../../losses/loss.ts';

/** Names cells that a spreadsheet would take for formulas. They are written as they are, for programs that are none. */
export const formulaLosses = (cells: readonly string[], at: Place): Loss[] =>
  cells
    .filter((cell) => /^[=+@]|^-(?!\s|\d)/.test(cell))
    .map((text) => ({ what: 'that a cell is text, where spreadsheets see a formula', text, at }));
