import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import type { Report } from '../../../diagnostics/report.ts';
import type { Loss } from '../../losses/loss.ts';
import type { MatchedColumns } from './match-columns.ts';
import type { SheetTable } from './sheet-table.ts';

/**
 * Says how each column of a table was understood, and lists those that are not used, each with all its cells, and the lines
 * above the names of the columns.
 * @param words what each kind of column is called in a sentence
 */
export function sayColumns<Role extends string>(
  { name, rows }: SheetTable,
  columns: MatchedColumns<Role>,
  words: Readonly<Record<Role, string>>,
  report: Report,
): Loss[] {
  const { header, of, unused } = columns;
  const understood = Object.entries<string>(words).flatMap(([role, meaning]) => {
    const places = ownValue<readonly number[]>(of, role) ?? [];
    return places.length === 0
      ? []
      : [`${places.map((place) => `“${header.cells[place]}”`).join(', ')} → ${meaning}`];
  });
  const sheet = name === '' ? '' : ` of the sheet “${name}”`;
  const message = `The columns${sheet} were understood so: ${understood.join('; ')}.`;
  report.add('import-columns', header.at, message, 'If one is wrong, change its name in the table.');
  const above = rows.slice(0, rows.indexOf(header));
  const cellsIn = (place: number) =>
    columns.rows.map(({ cells }) => cells[place] ?? '').filter((cell) => cell !== '');
  return [
    ...above.map(({ cells, at }) => ({ what: 'a line above the table', text: cells.join(' ').trim(), at })),
    ...unused.map((place) => ({
      what: `the column “${header.cells[place]}”`,
      text: cellsIn(place).join('; '),
      at: header.at,
    })),
    ...beyond(columns),
  ];
}

/** Cells to the right of the last column that has a name. */
function beyond<Role extends string>({ header, rows }: MatchedColumns<Role>): Loss[] {
  const named = header.cells.map((cell) => cell !== '');
  return rows.flatMap(({ cells, at }) =>
    cells.flatMap((text, place) =>
      text !== '' && !named[place] ? [{ what: 'a cell in a column without a name', text, at }] : [],
    ),
  );
}
