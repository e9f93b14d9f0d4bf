import type { Report } from '../../diagnostics/report.ts';
import { textEncoding } from '../../diagnostics/text-encoding.ts';
import { decodeRoster, type RosterFile } from './decode-roster.ts';
import { findTable, type RosterTable } from './find-table.ts';
import { forenameFirst } from './forename-first.ts';
import { readRosterRows } from './read-rows.ts';
import { readWorkbook } from './read-workbook.ts';
import type { Column, Pupil, RosterCell, Row } from './roster.ts';

/**
 * Reads a class list: a table of comma-separated values, or the first sheet of an Excel workbook, as schools’ programs write
 * them.
 * Reports everything that is wrong with it; the result is complete only if the report has no errors.
 */
export async function readRoster(file: RosterFile, report: Report): Promise<Pupil[]> {
  const all = await readRows(file, report);
  if (!all) return [];
  const table = all.length === 0 ? undefined : findTable(all, report);
  if (table && table.rows.length > 0) {
    const pupils = table.rows.map((row) => readPupil(row, table, report));
    checkTwice(pupils, report);
    return forenameFirst(pupils, report);
  }
  const at = all[0]?.at ?? { file: file.path, line: 1, column: 1 };
  const hint = 'Put the column names in the first row, and one pupil in each row below.';
  // If there are rows that cannot be read, that has been said.
  if (!report.failed()) report.add('roster-empty', at, 'There are no pupils in this roster.', hint);
  return [];
}

/** Reads the rows of a roster in any of its formats. */
async function readRows(file: RosterFile, report: Report): Promise<Row[] | undefined> {
  if (textEncoding(file.bytes) === 'zip') return readWorkbook(file, report);
  const text = decodeRoster(file, report);
  return text === undefined ? undefined : readRosterRows(file.path, text, report);
}

function readPupil(row: Row, { columns, width }: RosterTable, report: Report): Pupil {
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
    [...columns.indexes].flatMap(([column, index]) => {
      const cell = row.cells[index];
      if (cell) checkCharacters(cell, report);
      const text = cell?.text.replace(UNSEEN, '');
      return cell && text ? [[column, { ...cell, text }] as const] : [];
    }),
  ) as Partial<Record<Column, RosterCell>>;
  const { forename, surname, ...others } = written;
  const second = columns.secondSurname === undefined ? undefined : row.cells[columns.secondSurname];
  const both = [forename, surname, second].filter((part): part is RosterCell => (part?.text ?? '') !== '');
  const name = others.name ?? (both[0] && { text: both.map(({ text }) => text).join(' '), at: both[0].at });
  const at =
    name?.at ?? row.cells[columns.indexes.get('name') ?? columns.indexes.get('forename')!]?.at ?? row.at;
  if (!name) report.add('field-missing', at, 'This row has no name.', 'Add a name, or delete the row.');
  return { ...others, name: name ?? { text: '', at }, at: row.at };
}

/** Invisible characters, and those that the program reserves (from U+E000). */
const UNSEEN = /[\p{Cc}\u2028\u2029\uFFFD\uE000-\uE0FF]/gu;

function checkCharacters({ text, at }: RosterCell, report: Report): void {
  const [found] = text.matchAll(UNSEEN);
  if (!found) return;
  const point = found[0].codePointAt(0)!;
  const code = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  const place = { ...at, column: at.column + found.index };
  report.add(
    'roster-malformed',
    place,
    `This cell contains a character that cannot be printed (${code}).`,
    'Type it again.',
  );
}

/** Reports candidate numbers that two pupils have. */
function checkTwice(pupils: readonly Pupil[], report: Report): void {
  const byId = new Map<string, RosterCell>();
  for (const { id } of pupils) {
    if (!id) continue;
    const other = byId.get(id.text.toLowerCase());
    const message = `The number “${id.text}” is already used on line ${other?.at.line}.`;
    if (other) report.add('duplicate-id', id.at, message, 'Give each pupil a different number.');
    else byId.set(id.text.toLowerCase(), id);
  }
}
