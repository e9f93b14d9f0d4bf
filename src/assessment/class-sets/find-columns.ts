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
      const message = `“${text}” is a second column for “${name}”.`;
      report.add('duplicate-field', at, message, 'Take one of the two out, or give it another name.');
    } else if (name) found.set(name, index);
    else {
      const near = nearest(plain(text), NAMES);
      if (near && plain(text).length > 3) {
        const hint = `Did you mean “${near}”? If not, call it something else.`;
        report.add('field-unknown', at, `There is no column “${text}”.`, hint);
      } else others.push(text);
    }
  });
  const named = found.has('name') || (found.has('forename') && found.has('surname'));
  if (named && others.length > 0) {
    const all = others.map((name) => `“${name}”`).join(', ');
    const message = `The roster's ${others.length === 1 ? 'column' : 'columns'} ${all} will not be used.`;
    report.add('column-unused', header.at, message, `Known here: ${NAMES.join(', ')}.`);
  }
  if (named) return found;
  report.add(
    'column-missing',
    header.at,
    'The first row names no column “name”.',
    `The first row has to name the columns: name, and any of ${NAMES.slice(1).join(', ')}.`,
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
