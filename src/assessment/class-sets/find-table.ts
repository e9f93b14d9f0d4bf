import { largest } from '../../diagnostics/collections/largest.ts';
import type { Report } from '../../diagnostics/report.ts';
import { plainName, TOTALS } from './column-names.ts';
import { columnsNamed, type FoundColumns, findColumns } from './find-columns.ts';

import type { Row } from './roster.ts';

/** The table of a roster: its columns, and a row for each pupil. */
export interface RosterTable {
  readonly columns: FoundColumns;
  readonly rows: readonly Row[];
  /** The number of cells that a row may have. */
  readonly width: number;
}

/** The lines above a table that are searched for the names of its columns: a title, a school, a date. */
const MOST_LINES_ABOVE = 20;

/**
 * Finds the table in the rows of a file. Lines above the names of its columns, rows of sums, and lines below the last
 * pupil are left out, each with a warning that says which. A file with one column needs no name for it.
 * @returns undefined, after a diagnostic, if there is none
 */
export function findTable(all: readonly Row[], report: Report): RosterTable | undefined {
  const first = all[0]!;
  const named = all.slice(0, MOST_LINES_ABOVE).map(columnsNamed);
  const headerAt = named.indexOf(largest(named));
  if (named[headerAt] === 0) return onlyNames(all, report) ?? noTable(first, report);
  const header = all[headerAt]!;
  const below = all.slice(headerAt + 1);
  if (headerAt > 0) {
    const message = `The names of the columns are in line ${header.at.line}; what is above them is not used.`;
    report.add('roster-trimmed', first.at, message);
  }
  const columns = findColumns(header, below, report);
  if (!columns) return undefined;
  const rows = withoutSums(below, columns, report);
  return { columns, rows, width: header.cells.length };
}

/** Reports a header without names. The message is that of a first row that names no column of pupils. */
function noTable(first: Row, report: Report): undefined {
  findColumns(first, [], report);
  return undefined;
}

/** Takes a file with one column and no header for a list of names. Titles, which have digits in them, are left out. */
function onlyNames(all: readonly Row[], report: Report): RosterTable | undefined {
  if (!all.every(({ cells }) => cells.filter(({ text }) => text !== '').length === 1)) return undefined;
  const start = all.findIndex(({ cells }) => !/\d/.test(cells.find(({ text }) => text !== '')!.text));
  const names = start < 0 ? [] : all.slice(start);
  if (names.length === 0) return undefined;
  const index = names[0]!.cells.findIndex(({ text }) => text !== '');
  report.add(
    'roster-trimmed',
    names[0]!.at,
    `No column has a name; every line from ${names[0]!.at.line} on is taken for the name of a pupil.`,
    'If the first of them is not a pupil, write “name” in its place.',
  );
  const columns: FoundColumns = { indexes: new Map([['name', index]]) };
  return { columns, rows: withoutSums(names, columns, report), width: index + 1 };
}

/**
 * What is alone in a row and is not a name: it has a digit or a colon, the title of a teacher, or a word in small
 * letters that is not part of names (“Seen by Mr Quill”).
 */
const SAYS_SOMETHING =
  /[\d:]|(?:^|\s)(?:Mr|Mrs|Ms|Miss|Mx|Dr|Herr|Frau|Mme|Mlle|Sr|Sra)\.?\s|(?:^|\s)(?!(?:af|al|av|bin|binti|da|das|de|degli|dei|del|della|den|der|di|do|dos|du|el|ibn|la|las|le|los|ten|ter|ul|van|vom|von|zu|zum|zur)\s)\p{Ll}{2,}(?=\s|$)/u;

/** Leaves out rows of sums, and rows without a name before the first and after the last pupil: dates, points, footers. */
function withoutSums(rows: readonly Row[], { indexes }: FoundColumns, report: Report): Row[] {
  const nameColumns = (['name', 'surname', 'forename'] as const).flatMap(
    (column) => indexes.get(column) ?? [],
  );
  const isEmpty = ({ cells }: Row, columns: readonly number[]) =>
    columns.every((index) => (cells[index]?.text ?? '') === '');
  const others = [...indexes.values()].filter((index) => !nameColumns.includes(index));
  const isFooter = (row: Row) =>
    indexes.size > 1 &&
    isEmpty(row, others) &&
    row.cells.filter(({ text }) => text !== '').length === 1 &&
    SAYS_SOMETHING.test(row.cells.find(({ text }) => text !== '')!.text);
  const isSum = ({ cells }: Row) => {
    const first = plainName(cells.find(({ text }) => text !== '')?.text ?? '');
    const name = plainName(nameColumns.map((index) => cells[index]?.text ?? '').join(' '));
    return TOTALS.test(first) || (name !== '' && TOTALS.test(name));
  };
  const isPupil = (row: Row) => !isSum(row) && !isFooter(row) && !isEmpty(row, [...indexes.values()]);
  const from = rows.findIndex(isPupil);
  const to = rows.findLastIndex(isPupil);
  if (from < 0) return [...rows];
  const left = rows.filter((row, index) => index < from || index > to || isSum(row));
  const lines = left.map((row) => row.at.line);
  if (lines.length > 0)
    report.add(
      'roster-trimmed',
      left[0]!.at,
      `${lines.length === 1 ? `Line ${lines[0]} is` : `Lines ${inWords(lines)} are`} not about a pupil, and ${lines.length === 1 ? 'is' : 'are'} left out.`,
      'If one of them is a pupil, write the name in the column for names.',
    );
  const isLeft = new Set(left);
  return rows.filter((row) => !isLeft.has(row));
}

/** More lines than this are not listed. */
const MOST_LISTED = 5;

const inWords = (lines: readonly number[]): string =>
  lines.length > MOST_LISTED
    ? `${lines.slice(0, MOST_LISTED).join(', ')} and ${lines.length - MOST_LISTED} more`
    : `${lines.slice(0, -1).join(', ')} and ${lines.at(-1)}`;
