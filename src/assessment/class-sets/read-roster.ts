import type { Report } from '../../diagnostics/report.ts';
import { decodeRoster, type RosterFile } from './decode-roster.ts';
import { findColumns } from './find-columns.ts';
import { type Row, readRosterRows } from './read-rows.ts';
import type { Column, Pupil, Written } from './roster.ts';

/**
 * Reads a class list: a table of comma-separated values whose first row names its columns.
 * Reports everything that is wrong with it; the result is complete only if the report has no errors.
 */
export function readRoster(file: RosterFile, report: Report): Pupil[] {
  const text = decodeRoster(file, report);
  const rows = text === undefined ? undefined : readRosterRows(file.path, text, report);
  if (!rows) return [];
  const [header, ...others] = rows;
  if (!header || others.length === 0) {
    const at = header?.at ?? { file: file.path, line: 1, column: 1 };
    const hint = 'Put the column names in the first row, and one pupil in each row below.';
    // If there are rows that cannot be read, that has been said.
    if (!report.failed()) report.add('roster-empty', at, 'There are no pupils in this roster.', hint);
    return [];
  }
  const columns = findColumns(header, report);
  if (!columns) return [];
  const pupils = others.map((row) => readPupil(row, columns, header.cells.length, report));
  checkTwice(pupils, report);
  return pupils;
}

function readPupil(row: Row, columns: ReadonlyMap<Column, number>, width: number, report: Report): Pupil {
  const over = row.cells.slice(width).find(({ text }) => text !== '');
  if (over) {
    const message = `This row has ${row.cells.length} cells, but the first row has ${width}.`;
    report.add(
      'roster-malformed',
      over.at,
      message,
      'If a name contains the separator, put the name in quotation marks.',
    );
  }
  const written = Object.fromEntries(
    [...columns].flatMap(([column, index]) => {
      const cell = row.cells[index];
      if (cell) checkCharacters(cell, report);
      const text = cell?.text.replace(UNSEEN, '');
      return cell && text ? [[column, { ...cell, text }] as const] : [];
    }),
  ) as Partial<Record<Column, Written>>;
  const { forename, surname, ...others } = written;
  const both = [forename, surname].flatMap((part) => part ?? []);
  const name = others.name ?? (both[0] && { text: both.map(({ text }) => text).join(' '), at: both[0].at });
  const at = name?.at ?? row.cells[columns.get('name') ?? columns.get('forename')!]?.at ?? row.at;
  if (!name) report.add('field-missing', at, 'This row has no name.', 'Add a name, or delete the row.');
  return { ...others, name: name ?? { text: '', at }, at: row.at };
}

/** Invisible characters, and those that the program reserves (from U+E000). */
const UNSEEN = /[\p{Cc}\u2028\u2029\uFFFD\uE000-\uE0FF]/gu;

function checkCharacters({ text, at }: Written, report: Report): void {
  const [found] = text.matchAll(UNSEEN);
  if (!found) return;
  const point = found[0].codePointAt(0)!;
  const code = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  const place = { ...at, column: at.column + found.index };
  report.add(
    'roster-malformed',
    place,
    `“${text.replace(UNSEEN, '…')}” contains a character that cannot be printed (${code}).`,
    'Type it again.',
  );
}

/** Reports candidate numbers that two pupils have. */
function checkTwice(pupils: readonly Pupil[], report: Report): void {
  const byId = new Map<string, Written>();
  for (const { id } of pupils) {
    if (!id) continue;
    const other = byId.get(id.text.toLowerCase());
    const message = `The number “${id.text}” is already used on line ${other?.at.line}.`;
    if (other) report.add('duplicate-id', id.at, message, 'Give each pupil a different number.');
    else byId.set(id.text.toLowerCase(), id);
  }
}
