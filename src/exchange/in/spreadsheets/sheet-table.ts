import type { Place } from '../../../diagnostics/diagnostic.ts';

/** A table as it was read: a file of separated values, or a sheet of a workbook. */
export interface SheetTable {
  /** What the sheet is called; empty if there is only one. */
  readonly name: string;
  /** Rows with something in them. */
  readonly rows: readonly TableRow[];
}

/** A row: its cells without spaces at their ends. Line ends in them are `\n`. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly at: Place;
}
