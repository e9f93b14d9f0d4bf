import { type CsvError, parse } from 'csv-parse/sync';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import { isHeader } from './find-columns.ts';
import type { Row } from './roster.ts';

/** More pupils than any school prints one paper for. */
const MOST_ROWS = 10000;

/**
 * The rows of a table of comma-separated values, blank ones left out. The separator is the one that the first row has
 * most of: comma, semicolon or TAB. Spaces around cells, and line ends inside them, are ignored.
 * Reports rows whose quotation marks are not paired, and leaves them out.
 * @returns undefined, after a diagnostic, if there are too many rows
 */
export function readRosterRows(file: string, text: string, report: Report): Row[] | undefined {
  // Some spreadsheets declare their separator in a first line of its own.
  const declared = /^sep=(.)\n/i.exec(text);
  const rest = declared ? text.slice(declared[0].length) : text;
  const delimiter = declared?.[1] ?? separatorOf(rest);
  const records = parseRecords(rest, delimiter, (index, problem) => {
    report.add(
      'roster-malformed',
      { file, line: index + (declared ? 2 : 1), column: 1 },
      `This row cannot be read: ${problem}.`,
      'If a cell contains quotation marks, double them and put the whole cell in quotation marks: "Ann ""Nan"" Smith".',
    );
  });
  let line = declared ? 2 : 1;
  const rows = records.map(({ cells, raw }) => {
    // A record's own text may begin with the blank lines before it.
    const blank = /^\n*/.exec(raw)![0].length;
    const place = { file, line: line + blank, column: 1 };
    line += raw.split('\n').length - 1;
    return rowAt(place, cells, raw.slice(blank));
  });
  if (rows.length > MOST_ROWS) {
    const message = `The roster has ${rows.length} rows; the limit is ${MOST_ROWS}.`;
    report.add('file-too-large', { file, line: 1, column: 1 }, message, 'Split it, for example by class.');
    return undefined;
  }
  return rows.filter(({ cells }) => cells.some(({ text }) => text !== ''));
}

/** A row as it is parsed: its cells, and its own text. */
interface ParsedRow {
  readonly cells: readonly Cell[];
  readonly raw: string;
}

/** More rows with faults than anybody reads about. */
const MOST_FAULTS = 20;

/**
 * Parses a table. A row whose quotation marks are not paired is left out and the rest is parsed without it, so that all
 * faults of a table are found in one run.
 * @param onFault called with the line of each such row, from 0, and what is wrong with it
 */
function parseRecords(
  text: string,
  delimiter: string,
  onFault: (line: number, problem: string) => void,
): ParsedRow[] {
  const lines = text.split('\n');
  for (let faults = 0; ; faults++) {
    const { records, fault } = tryParse(lines.join('\n'), delimiter);
    if (!fault) return records;
    onFault(fault.line, fault.problem);
    // Without the names of its columns, nothing can be said of the rows below.
    if (records.length === 0 || faults === MOST_FAULTS || fault.line >= lines.length) return records;
    lines[fault.line] = '';
  }
}

/** Parses a table up to its end, or to the first row that cannot be read. */
function tryParse(text: string, delimiter: string) {
  const records: ParsedRow[] = [];
  let cells: Cell[] = [];
  let read = 0;
  try {
    parse(text, {
      delimiter,
      raw: true,
      relax_column_count: true,
      // Only here is it known whether a cell was quoted, so the cells are collected on the way.
      cast: (value, { quoting }) => {
        cells.push({ value, quoted: quoting });
        return value;
      },
      on_record: (_, { lines, raw = '' }) => {
        records.push({ cells, raw });
        cells = [];
        read = lines;
        return null;
      },
    });
    return { records, fault: undefined };
  } catch (error) {
    const { message } = error as CsvError;
    const problem = /quote/i.test(message) ? 'a quotation mark is not closed here' : message;
    // Where the row begins that does not end: the mark that is not paired may be any below. Blank lines are no rows.
    const blank = /^(?:[^\S\n]*\n)*/.exec(text.split('\n').slice(read).join('\n'))![0];
    return { records, fault: { line: read + blank.split('\n').length - 1, problem } };
  }
}

interface Cell {
  readonly value: string;
  readonly quoted: boolean;
}

/** Finds the places of cells: a quoted one has two marks more, and each mark in it twice. */
function rowAt(start: Place, record: readonly Cell[], raw: string): Row {
  let { line, column } = start;
  let offset = 0;
  const cells = record.map(({ value, quoted }) => {
    const indent = quoted ? 1 : value.length - value.trimStart().length;
    const at = { file: start.file, line, column: column + indent };
    const length = 1 + value.length + (quoted ? 2 + (value.match(/"/g)?.length ?? 0) : 0);
    const lines = raw.slice(offset, offset + length).split('\n');
    line += lines.length - 1;
    column = lines.length === 1 ? column + length : lines.at(-1)!.length + 1;
    offset += length;
    return { text: value.replace(/\s+/gu, ' ').trim(), at };
  });
  return { cells, at: start };
}

/** The lines that are looked at to find the separator. */
const SAMPLE_LINES = 30;
const SEPARATORS = [',', ';', '\t'];

/**
 * The separator of a table: the one with which a line names its columns, or else the one that most lines have. Lines above a
 * table have none, and numbers have commas where columns have semicolons. A list of names such as `Moss, Rhian` has none.
 */
function separatorOf(text: string): string {
  const lines = text
    .split('\n')
    .slice(0, SAMPLE_LINES)
    .map((line) => line.replace(/"[^"]*"/g, (quoted) => quoted.replace(/[,;\t]/g, ' ')))
    .filter((line) => line.trim() !== '');
  const headed = SEPARATORS.find((mark) => lines.some((line) => namesColumns(line, mark)));
  if (headed) return headed;
  const others = lines.filter((line) => !isHeader(rowOf([line])));
  if (others.every((line) => SURNAME_FIRST.test(line)) || lines.every((line) => !/[,;\t]/.test(line)))
    return NO_SEPARATOR;
  const counts = SEPARATORS.map((mark) => ({
    mark,
    lines: lines.filter((line) => line.includes(mark)).length,
    // Of marks that are on as many lines, the one that the first line has most of.
    first: lines[0]!.split(mark).length,
  }));
  const best = counts.reduce((a, b) => ((b.lines - a.lines || b.first - a.first) > 0 ? b : a));
  return best.lines * 2 >= lines.length ? best.mark : NO_SEPARATOR;
}

/** A line that is a name as registers have it, with a space after its comma. */
const SURNAME_FIRST = /^\s*[^\s,;\t\d][^,;\t\d]*, [^,;\t\d]+$/;
/** Separates nothing: what no text contains, since it is reserved. */
const NO_SEPARATOR = '\u0000';

/** Whether a line names columns if it is divided by a mark. A single column may be named too. */
function namesColumns(line: string, mark: string): boolean {
  const parts = line.split(mark);
  return parts.length > 1 && isHeader(rowOf(parts));
}

const NOWHERE: Place = { file: '', line: 1, column: 1 };

const rowOf = (parts: readonly string[]): Row => ({
  cells: parts.map((part) => ({ text: part.replace(/^["\s]+|["\s]+$/g, ''), at: NOWHERE })),
  at: NOWHERE,
});
