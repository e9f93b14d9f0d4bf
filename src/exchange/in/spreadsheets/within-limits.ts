import type { Loss } from '../../losses/loss.ts';
import type { TableRow } from './sheet-table.ts';

/** More columns and rows than any bank has. */
const MOST_COLUMNS = 200;
const MOST_ROWS = 50_000;

/**
 * Gives as many rows and columns of a table as are read.
 * @param losses gets what is beyond them
 */
export function withinLimits(rows: readonly TableRow[], losses: Loss[]): TableRow[] {
  const beyond = rows.slice(MOST_ROWS);
  const kept = rows.slice(0, MOST_ROWS).map((row): TableRow => {
    const rest = row.cells.slice(MOST_COLUMNS).filter((cell) => cell !== '');
    if (rest.length > 0)
      losses.push({
        what: `what is to the right of column ${MOST_COLUMNS}`,
        text: rest.join(' '),
        at: row.at,
      });
    return { ...row, cells: row.cells.slice(0, MOST_COLUMNS) };
  });
  if (beyond.length > 0) {
    const text = beyond.map(({ cells }) => cells.join(' ')).join('\n');
    losses.push({ what: `the rows after the first ${MOST_ROWS}`, text, at: beyond[0]!.at });
  }
  return kept;
}
