import { type CsvError, parse } from 'csv-parse/sync';
import { largest } from '../../../diagnostics/collections/largest.ts';
import type { Loss } from '../../losses/loss.ts';
import type { TableRow } from './sheet-table.ts';
import { withinLimits } from './within-limits.ts';

/** A text in rows, and what of it could not be read. */
interface SeparatedRows {
  readonly rows: readonly TableRow[];
  readonly losses: readonly Loss[];
}

/** Separators of cells, the surest first. */
const SEPARATORS = ['\t', ';', ',', '|'];
/** Lines that are looked at to find the separator. */
const SAMPLE_LINES = 40;
/** More faults than anybody mends. */
const MOST_FAULTS = 50;

/**
 * Reads the rows of a text with separated values. A row whose quotation marks are not paired is listed as lost, and the rows
 * below it are read.
 * @param separator if it is known; by default the one that most lines have equally often
 * @param firstLine the number of the first line in its file
 */
export function readSeparated(file: string, text: string, separator?: string, firstLine = 1): SeparatedRows {
  const declared = /^sep=(.)\n/i.exec(text);
  const lines = text.split('\n');
  if (declared) lines[0] = '';
  const delimiter = separator ?? declared?.[1] ?? separatorOf(lines);
  const losses: Loss[] = [];
  for (;;) {
    const { rows, fault } = tryParse(lines, delimiter, file, firstLine);
    if (fault === undefined) return { rows: withinLimits(rows, losses), losses };
    const at = { file, line: fault + firstLine, column: 1 };
    const isLast = losses.length >= MOST_FAULTS;
    const rest = isLast ? lines.slice(fault).join('\n') : (lines[fault] ?? '');
    losses.push({ what: 'a row whose quotation marks are not paired', text: rest, at });
    if (isLast) return { rows: withinLimits(rows, losses), losses };
    lines[fault] = '';
  }
}

function tryParse(lines: readonly string[], delimiter: string, file: string, firstLine: number) {
  const rows: TableRow[] = [];
  let line = 0;
  const blankFrom = (from: number) => {
    let count = 0;
    while (lines[from + count]?.trim() === '') count++;
    return count;
  };
  try {
    parse(lines.join('\n'), {
      delimiter,
      relax_column_count: true,
      // A mark within a cell that does not begin with one is a letter like any other.
      relax_quotes: true,
      on_record: (cells: string[], context) => {
        const start = line + blankFrom(line);
        line = context.lines;
        const trimmed = cells.map((cell) => cell.trim());
        if (trimmed.some((cell) => cell !== ''))
          rows.push({ cells: trimmed, at: { file, line: start + firstLine, column: 1 } });
        return null;
      },
    });
    return { rows, fault: undefined };
  } catch (error) {
    if ((error as CsvError).code === undefined) throw error;
    return { rows, fault: line + blankFrom(line) };
  }
}

/** The separator with which most lines have as many cells as the first line with any. */
function separatorOf(lines: readonly string[]): string {
  const sample = lines
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES)
    .map((line) => line.replace(/"[^"]*"/g, '""'));
  const counts = SEPARATORS.map((mark) => {
    const cells = sample.map((line) => line.split(mark).length);
    const usual = cells.find((count) => count > 1) ?? 1;
    return usual === 1 ? 0 : cells.filter((count) => count === usual).length;
  });
  const best = largest(counts);
  return best === 0 ? ',' : SEPARATORS[counts.indexOf(best)]!;
}
