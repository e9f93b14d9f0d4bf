import { append } from '../../../diagnostics/collections/append.ts';
import type { Report } from '../../../diagnostics/report.ts';
import type { ImportSource } from '../import-source.ts';
import type { Imported, ImportedEntry } from '../imported.ts';
import { readTables } from '../spreadsheets/read-tables.ts';
import { cardReading } from '../words/card-reading.ts';
import { readQuestionTable } from './read-question-table.ts';
import { readWordTable } from './read-word-table.ts';

/** Reads a table of questions or of words, by the names of its columns: CSV, TSV, or each sheet of a workbook. */
export async function readTable(source: ImportSource, report: Report): Promise<Imported | undefined> {
  const read = await readTables(source, report);
  if (!read) return undefined;
  const reading = cardReading();
  append(reading.losses, read.losses);
  let isKnown = false;
  const entries = read.tables.flatMap((table): ImportedEntry[] => {
    const found = readQuestionTable(table, reading, report) ?? readWordTable(table, reading, report);
    if (found) isKnown = true;
    if (!found)
      for (const { cells, at } of table.rows)
        reading.lose(
          `a row of ${table.name ? `the sheet “${table.name}”` : 'a table'} whose columns are not known`,
          cells.join(' ').trim(),
          at,
        );
    return found ?? [];
  });
  if (isKnown) return reading.imported(entries);
  const at = read.tables[0]?.rows[0]?.at ?? { file: source.path, line: 1, column: 1 };
  report.add(
    'import-refused',
    at,
    'The columns of this table are not known.',
    'Name them in its first row. Questions have “question”, “answer A”, “answer B” … and “correct”; words have “word” and “meaning”.',
  );
  return undefined;
}
