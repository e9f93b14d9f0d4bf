import type { Report } from '../../diagnostics/report.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import type { Row } from './read-rows.ts';
import { COLUMNS, type Column } from './roster.ts';

const NAMES = Object.keys(COLUMNS) as Column[];

/**
 * Finds the columns of a table by the names in its first row, ignoring case and spaces. Unknown columns are skipped with a
 * warning; a name that is nearly a known one is an error.
 * @returns undefined, after a diagnostic, if no column holds names
 */
export function findColumns(header: Row, report: Report): Map<Column, number> | undefined {
  const found = new Map<Column, number>();
  const others: string[] = [];
  header.cells.forEach(({ text, at }, index) => {
    if (text === '') return;
    const name = known(text);
    if (name && found.has(name)) {
      const message = `The column “${text}” is a second “${name}” column.`;
      report.add('duplicate-field', at, message, 'Delete one of the two, or rename it.');
    } else if (name) found.set(name, index);
    else {
      const near = nearest(plain(text), NAMES);
      if (near && plain(text).length > 3) {
        const hint = `Did you mean “${near}”? If not, rename the column.`;
        report.add('field-unknown', at, `There is no column “${text}”.`, hint);
      } else others.push(text);
    }
  });
  const named = found.has('name') || (found.has('forename') && found.has('surname'));
  if (named && others.length > 0) {
    const all = others.map((name) => `“${name}”`).join(', ');
    const message = `The roster ${others.length === 1 ? 'column' : 'columns'} ${all} will not be used.`;
    report.add('column-unused', header.at, message, `Columns that are used: ${NAMES.join(', ')}.`);
  }
  if (named) return found;
  report.add(
    'column-missing',
    header.at,
    'There is no column “name” in the first row.',
    `The first row must hold the column names: name, and any of ${NAMES.slice(1).join(', ')}.`,
  );
  return undefined;
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s_.:#-]+/g, ' ')
    .trim();

const known = (text: string): Column | undefined =>
  NAMES.find((name) => name === plain(text) || (COLUMNS[name] as readonly string[]).includes(plain(text)));
