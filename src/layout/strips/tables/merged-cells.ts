import type { MergedCells, Table, TableCell } from '../../../blocks/block.ts';

/** How many columns and rows a cell spans. */
export type CellSpan = Pick<MergedCells, 'columns' | 'rows'>;

const SINGLE: CellSpan = { columns: 1, rows: 1 };

/** Gives the rows of a table, those of its header first. */
export const allRows = ({ header, moreHeaders = [], rows }: Table): (readonly TableCell[])[] =>
  header.length > 0 ? [header, ...moreHeaders, ...rows] : [...rows];

/**
 * Gives what each cell spans, by its row (from that of the header) and its column; undefined for one that is covered by
 * another.
 */
export function cellSpans({ merged = [] }: Table): (row: number, column: number) => CellSpan | undefined {
  if (merged.length === 0) return () => SINGLE;
  const spans = new Map<string, CellSpan | undefined>();
  for (const { row, column, rows, columns } of merged)
    for (let down = 0; down < rows; down++)
      for (let along = 0; along < columns; along++)
        spans.set(`${row + down} ${column + along}`, down + along === 0 ? { columns, rows } : undefined);
  return (row, column) => {
    const key = `${row} ${column}`;
    return spans.has(key) ? spans.get(key) : SINGLE;
  };
}

/** The columns of a row, from 0, whose cells go on into the next row. */
export function openColumns({ merged = [] }: Table, row: number): ReadonlySet<number> {
  const open = new Set<number>();
  for (const cell of merged)
    if (row >= cell.row && row < cell.row + cell.rows - 1)
      for (let along = 0; along < cell.columns; along++) open.add(cell.column + along);
  return open;
}
