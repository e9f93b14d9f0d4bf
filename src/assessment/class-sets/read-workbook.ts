import { namesInArchive } from '../../diagnostics/archives/names-in-archive.ts';
import type { Report } from '../../diagnostics/report.ts';
import { wholeFile } from '../../diagnostics/whole-file.ts';
import type { RosterFile } from './decode-roster.ts';

import type { Row } from './roster.ts';

/** Limits on unpacking a workbook: bytes of all its files, and their number. A class list takes a few hundred kilobytes. */
const LIMITS = { largest: 32 * 1024 * 1024, mostFiles: 2000 };
/** More columns than any class list has. */
const MOST_COLUMNS = 200;

const SAVE = 'In the spreadsheet, choose “Save as”, then “Excel workbook (.xlsx)” or “CSV UTF-8”.';

/** Whether a file is a workbook of one kind or another: an archive with certain files in it. */
type Kind = 'xlsx' | 'ods' | 'numbers' | 'too large' | 'other';

/**
 * Reads the first sheet of an Excel workbook (.xlsx). Numbers and dates become text; hidden rows are read like others,
 * as they are in a CSV file that Excel saves. The library is loaded only here.
 * @returns the rows that are not blank; undefined, after a diagnostic, if it is not such a workbook
 */
export async function readWorkbook({ path, bytes }: RosterFile, report: Report): Promise<Row[] | undefined> {
  const refuse = (message: string) => {
    report.add('roster-malformed', wholeFile(path), message, SAVE);
    return undefined;
  };
  const kind = kindOf(bytes);
  if (kind !== 'xlsx') return refuse(REFUSALS[kind]);
  const { default: readWorkbookFile } = await import('read-excel-file/universal');
  try {
    const [first] = await readWorkbookFile(new Uint8Array(bytes).buffer);
    const data = first?.data ?? [];
    const wide = data.findIndex((cells) => cells.slice(MOST_COLUMNS).some((cell) => textOfCell(cell) !== ''));
    if (wide >= 0)
      report.add(
        'roster-trimmed',
        { file: path, line: wide + 1, column: MOST_COLUMNS + 1 },
        `Only the first ${MOST_COLUMNS} columns are read.`,
        'If something to the right of them is needed, move it to the left.',
      );
    const rows = data.map((cells, row) => rowAt(path, row, cells));
    return rows.filter(({ cells }) => cells.some(({ text }) => text !== ''));
  } catch {
    return refuse('This Excel workbook cannot be read: it is damaged, or locked with a password.');
  }
}

const REFUSALS: Readonly<Record<Exclude<Kind, 'xlsx'>, string>> = {
  ods: 'This is an OpenDocument spreadsheet (.ods), which the program does not read.',
  numbers: 'This is a Numbers spreadsheet, which the program does not read.',
  'too large': `This workbook is too large: unpacked it has more than ${LIMITS.largest / 1024 / 1024} MB, or too many files.`,
  other: 'This is an archive, but not an Excel workbook.',
};

/** Looks at the list of files of an archive, without unpacking any. */
function kindOf(bytes: Uint8Array): Kind {
  const names = namesInArchive(bytes, LIMITS);
  if (names === 'broken') return 'other';
  if (names === 'too-large') return 'too large';
  if (names.includes('xl/workbook.xml')) return 'xlsx';
  if (names.includes('content.xml')) return 'ods';
  return names.some((name) => name.endsWith('.iwa')) ? 'numbers' : 'other';
}

/** Gives a row of a sheet. A place is the number of the row and of the column. */
function rowAt(file: string, row: number, cells: readonly unknown[]): Row {
  return {
    at: { file, line: row + 1, column: 1 },
    cells: cells.slice(0, MOST_COLUMNS).map((value, column) => ({
      text: textOfCell(value),
      at: { file, line: row + 1, column: column + 1 },
    })),
  };
}

function textOfCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value).replace(/\s+/gu, ' ').trim();
}
