import type { Report } from '../../../diagnostics/report.ts';
import { wholeFile } from '../../../diagnostics/whole-file.ts';
import type { Loss } from '../../losses/loss.ts';
import type { ImportSource } from '../import-source.ts';
import { readSeparated } from './read-separated.ts';
import type { SheetTable, TableRow } from './sheet-table.ts';
import { withinLimits } from './within-limits.ts';

/**
 * Reads the tables of a source: all sheets of a workbook, or a text with separated values.
 * @returns undefined after an error
 */
export async function readTables(
  source: ImportSource,
  report: Report,
): Promise<{ readonly tables: readonly SheetTable[]; readonly losses: readonly Loss[] } | undefined> {
  const { path, text, bytes, files } = source;
  if (files.length === 0) {
    const { rows, losses } = readSeparated(path, text);
    return { tables: [{ name: '', rows }], losses };
  }
  const { default: readWorkbook } = await import('read-excel-file/universal');
  try {
    const sheets = await readWorkbook(new Uint8Array(bytes).buffer);
    const losses: Loss[] = [];
    const tables = sheets.map(({ sheet, data }) => {
      const rows = data.flatMap((cells, index): TableRow[] => {
        const texts = cells.map(textOfCell);
        const at = { file: path, line: index + 1, column: 1 };
        return texts.some((cell) => cell !== '') ? [{ cells: texts, at }] : [];
      });
      return { name: sheets.length > 1 ? sheet : '', rows: withinLimits(rows, losses) };
    });
    return { tables, losses };
  } catch {
    const message = 'This Excel workbook cannot be read: it is damaged, or locked with a password.';
    const hint = 'In the spreadsheet, choose “Save as”, then “Excel workbook (.xlsx)” or “CSV UTF-8”.';
    report.add('import-refused', wholeFile(path), message, hint);
    return undefined;
  }
}

function textOfCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value).replace(/\r\n?/g, '\n').trim();
}
