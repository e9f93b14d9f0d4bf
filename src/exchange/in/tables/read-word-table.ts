import { append } from '../../../diagnostics/collections/append.ts';
import type { Report } from '../../../diagnostics/report.ts';
import type { ImportedEntry } from '../imported.ts';
import { plainBlocks } from '../rich-text/plain-blocks.ts';
import { plainMarkdown } from '../rich-text/plain-markdown.ts';
import { type MatchedColumns, matchColumns } from '../spreadsheets/match-columns.ts';
import { sayColumns } from '../spreadsheets/say-columns.ts';
import type { SheetTable, TableRow } from '../spreadsheets/sheet-table.ts';
import type { CardReading } from '../words/card-reading.ts';
import { WORD_COLUMNS, type WordColumn } from '../words/word-columns.ts';

const WORDS = {
  word: 'the word',
  meaning: 'what it means',
  gender: 'its gender',
  plural: 'its plural',
  example: 'an example',
  lang: 'the language of the word',
  tags: 'tags',
  id: 'the id',
  language: '',
} as const;

/** Reads a table of words, with names of columns or with two columns. @returns undefined if it is not one */
export function readWordTable(
  table: SheetTable,
  reading: CardReading,
  report: Report,
): ImportedEntry[] | undefined {
  const columns = columnsOf(table.rows);
  if (!columns) return isOfTwo(table.rows) ? readTwo(table.rows, reading, report) : undefined;
  append(reading.losses, sayColumns(table, columns, WORDS, report));
  return columns.rows.flatMap(({ cells, at }) => {
    const all = (column: WordColumn) =>
      columns.of[column].map((place) => cells[place] ?? '').filter((cell) => cell !== '');
    const field = (column: 'gender' | 'plural' | 'example') => {
      const text = plainMarkdown(all(column).join(' '));
      return text === '' ? {} : { [column]: text };
    };
    const [id] = all('id');
    const lang = all('lang').find((code) => LANGUAGE.test(code));
    for (const text of all('lang'))
      if (!LANGUAGE.test(text)) reading.loseOnce('a language that is not a code such as fr', text, at);
    return reading.card({
      at,
      ...(id !== undefined && { id }),
      front: plainBlocks(all('word').join(' ')),
      back: all('meaning').flatMap(plainBlocks),
      ...field('gender'),
      ...field('plural'),
      ...field('example'),
      ...(lang !== undefined && { lang }),
      tags: all('tags').flatMap((cell) => cell.split(/\s*[,;]\s*/)),
      raw: cells.join(' ').trim(),
    });
  });
}

/** The columns of a table that names them as words and meanings, or by two languages. */
function columnsOf(rows: readonly TableRow[]): MatchedColumns<WordColumn> | undefined {
  const named = matchColumns<WordColumn>(rows, WORD_COLUMNS, [['word'], ['meaning']]);
  const found = named ?? matchColumns<WordColumn>(rows, WORD_COLUMNS, [['language']]);
  if (!found) return undefined;
  const { language } = found.of;
  if (named) return { ...named, of: { ...named.of, language: [] }, unused: [...named.unused, ...language] };
  const [word, meaning, ...others] = language;
  if (word === undefined || meaning === undefined) return undefined;
  const of = { ...found.of, word: [word], meaning: [meaning], language: [] };
  return { ...found, of, unused: [...found.unused, ...others] };
}

const LANGUAGE = /^[a-z]{2}(-[A-Z]{2})?$/;

/** Whether nearly all rows have two cells. */
const isOfTwo = (rows: readonly TableRow[]): boolean =>
  rows.length > 0 && rows.filter(({ cells }) => filled(cells) === 2).length >= rows.length * 0.8;

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell !== '').length;

function readTwo(rows: readonly TableRow[], reading: CardReading, report: Report): ImportedEntry[] {
  const at = rows[0]!.at;
  const message = 'No column has a name: the first is read as words, the second as what they mean.';
  report.add('import-columns', at, message, 'If this is wrong, write “word” and “meaning” in a first row.');
  return rows.flatMap((row) => {
    const [front = '', back = '', ...rest] = row.cells;
    for (const text of rest) if (text !== '') reading.lose('a cell in a column without a name', text, row.at);
    return reading.card({
      at: row.at,
      front: plainBlocks(front),
      back: plainBlocks(back),
      tags: [],
      raw: row.cells.join(' ').trim(),
    });
  });
}
