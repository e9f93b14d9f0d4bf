import type { Report } from '../../diagnostics/report.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import {
  COLUMN_NAMES,
  FORENAME_BESIDE_SURNAME,
  plainName,
  SECOND_SURNAME,
  SITE_COLUMNS,
  SURNAME_BESIDE_FORENAME,
} from './column-names.ts';
import { COLUMNS, type Column, type Row } from './roster.ts';

/** Where the columns of a table are. */
export interface FoundColumns {
  readonly indexes: ReadonlyMap<Column, number>;
  /** A second surname, printed after the first. */
  readonly secondSurname?: number;
}

/** A cell of a header: the column that it names, and how usual its name for that is. */
interface Candidate {
  readonly index: number;
  readonly column: Column;
  readonly rank: number;
}

/**
 * Finds the columns of a table by their names, ignoring case, accents and spaces. Of several columns of one kind, the
 * one with the most usual name is taken. Columns that are not used are named in one warning, with suggestions for near
 * names.
 * @param rows those below the header
 * @returns undefined, after a diagnostic, if no column holds names
 */
export function findColumns(header: Row, rows: readonly Row[], report: Report): FoundColumns | undefined {
  const names = header.cells.map(({ text }) => plainName(text));
  const candidates = candidatesIn(names, rows);
  const indexes = new Map<Column, number>();
  const used = new Set<number>();
  for (const column of COLUMNS) {
    const [best, second] = candidates
      .filter((one) => one.column === column)
      .sort((a, b) => a.rank - b.rank || a.index - b.index);
    if (!best) continue;
    indexes.set(column, best.index);
    const twice =
      second && names[second.index] === names[best.index] ? header.cells[second.index] : undefined;
    const message = `There are two columns “${twice?.text}”.`;
    if (twice) used.add(second!.index);
    if (twice) report.add('duplicate-field', twice.at, message, 'Delete one of the two, or rename it.');
  }
  if (!hasNames(indexes)) {
    reportMissing(header, report);
    return undefined;
  }
  const secondIndex = names.indexOf(SECOND_SURNAME);
  for (const index of [...indexes.values(), secondIndex]) used.add(index);
  reportUnused(header, used, indexes, report);
  return { indexes, ...(secondIndex >= 0 && indexes.has('surname') && { secondSurname: secondIndex }) };
}

/**
 * Says how many columns a row names; 0 unless it names those of a table: one of them holds names, or two hold forenames and
 * surnames.
 */
export function columnsNamed({ cells }: Row): number {
  const candidates = candidatesIn(
    cells.map(({ text }) => plainName(text)),
    [],
  );
  const indexes = new Map(candidates.map(({ column, index }) => [column, index]));
  return hasNames(indexes) ? indexes.size : 0;
}

/** Whether a row names the columns of a table. */
export const isHeader = (row: Row): boolean => columnsNamed(row) > 0;

const hasNames = (indexes: ReadonlyMap<Column, number>): boolean =>
  indexes.has('name') || (indexes.has('forename') && indexes.has('surname'));

function candidatesIn(names: readonly string[], rows: readonly Row[]): Candidate[] {
  const plain = names.flatMap((name, index): Candidate[] => {
    const column = COLUMNS.find((one) => COLUMN_NAMES[one].includes(name));
    if (!column || (column === 'id' && name === 'id' && SITE_COLUMNS.some((site) => names.includes(site))))
      return [];
    // Schools call the class a form, too. Forms of a paper have letters.
    const isClass = column === 'form' && name === 'form' && holdsClasses(index, rows);
    const kind = isClass ? 'class' : column;
    return [{ index, column: kind, rank: isClass ? MOST_USUAL : COLUMN_NAMES[column].indexOf(name) }];
  });
  const other = ambiguousName(names, plain, rows);
  return other ? [other, ...plain.filter(({ index }) => index !== other.index)] : plain;
}

/** Says what a column such as `Name` or `Nome` holds, which depends on the column beside it. */
function ambiguousName(
  names: readonly string[],
  others: readonly Candidate[],
  rows: readonly Row[],
): Candidate | undefined {
  const forename = others.find(({ column }) => column === 'forename');
  const surname = others.find(({ column }) => column === 'surname');
  if (forename && surname) return undefined;
  const wanted = forename ? SURNAME_BESIDE_FORENAME : surname ? FORENAME_BESIDE_SURNAME : WHOLE_NAMES;
  const index = names.findIndex((name) => wanted.includes(name));
  if (index < 0) return undefined;
  const part = forename ?? surname;
  const column = !part || holdsBoth(index, part.index, rows) ? 'name' : forename ? 'surname' : 'forename';
  return { index, column, rank: MOST_USUAL };
}

const MOST_USUAL = 0;
const WHOLE_NAMES = [...SURNAME_BESIDE_FORENAME, ...FORENAME_BESIDE_SURNAME];

/** Whether what a column holds contains the part of the name that another one has. */
const holdsBoth = (index: number, other: number, rows: readonly Row[]): boolean =>
  rows.some(({ cells }) => {
    const part = plainName(cells[other]?.text ?? '');
    return part !== '' && ` ${plainName(cells[index]?.text ?? '')} `.includes(` ${part} `);
  });

const holdsClasses = (index: number, rows: readonly Row[]): boolean =>
  rows.some(({ cells }) => /\d/.test(cells[index]?.text ?? ''));

function reportUnused(
  header: Row,
  used: ReadonlySet<number>,
  found: ReadonlyMap<Column, number>,
  report: Report,
): void {
  const others = header.cells
    .map(({ text }) => text)
    .filter((text, index) => text !== '' && !used.has(index));
  if (others.length === 0) return;
  const missing = COLUMNS.filter((column) => !found.has(column));
  const near = others.flatMap((text) => {
    const name = plainName(text).length > 3 ? nearest(plainName(text), missing) : undefined;
    // People mistype the ends of words: Year is not a seat.
    return name?.[0] === plainName(text)[0] ? [`If “${text}” is the ${name}, call it ${name}.`] : [];
  });
  const all = others.map((name) => `“${name}”`).join(', ');
  report.add(
    'column-unused',
    header.at,
    `The roster ${others.length === 1 ? 'column' : 'columns'} ${all} will not be used.`,
    [...near.slice(0, MOST_SUGGESTED), `Columns that are used: ${COLUMNS.join(', ')}.`].join(' '),
  );
}

/** More suggestions than this are not read. */
const MOST_SUGGESTED = 3;

function reportMissing(header: Row, report: Report): void {
  const near = header.cells.find(
    ({ text }) => plainName(text).length > 3 && nearest(plainName(text), ['name', 'surname', 'forename']),
  );
  const hint = near ? `Did you mean a name by “${near.text}”? ` : '';
  report.add(
    'column-missing',
    header.at,
    'There is no column “name” in the first row.',
    `${hint}The first row must hold the column names: name, and any of ${COLUMNS.slice(1).join(', ')}.`,
  );
}
