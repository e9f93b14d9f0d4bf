import { append } from '../../../diagnostics/collections/append.ts';
import type { Report } from '../../../diagnostics/report.ts';
import type { ImportedEntry } from '../imported.ts';
import type { BankReading } from '../questions/bank-reading.ts';
import { matchColumns } from '../spreadsheets/match-columns.ts';
import { sayColumns } from '../spreadsheets/say-columns.ts';
import type { SheetTable, TableRow } from '../spreadsheets/sheet-table.ts';
import { kindNamed } from './kind-named.ts';
import { QUESTION_COLUMNS, type QuestionColumn } from './question-columns.ts';
import { questionOfRow } from './question-of-row.ts';

const WORDS = {
  correct: 'the right answer',
  wrong: 'a wrong answer',
  choose: 'words to choose from',
  option: 'an option',
  question: 'the question',
  answer: 'the answer',
  kind: 'the kind of question',
  marks: 'marks',
  explanation: 'the rationale',
  guidance: 'guidance for marking',
  tags: 'tags',
  id: 'the id',
} as const;

/** Reads a table of questions. @returns undefined if it is not one */
export function readQuestionTable(
  table: SheetTable,
  reading: BankReading,
  report: Report,
): ImportedEntry[] | undefined {
  const columns = matchColumns<QuestionColumn>(table.rows, QUESTION_COLUMNS, [
    ['question'],
    ['option', 'answer', 'correct'],
  ]);
  if (!columns) return undefined;
  append(reading.losses, sayColumns(table, columns, WORDS, report));
  return columns.rows.flatMap((row) => {
    const question = questionOfRow(row, columns.of);
    for (const { what, text } of unusedIn(row, columns.of)) reading.lose(what, text, row.at);
    if (question) return reading.entry(question);
    reading.lose('a row without a question', row.cells.join(' ').trim(), row.at);
    return [];
  });
}

/** Cells of a row that say nothing that is known here. */
function unusedIn(
  { cells }: TableRow,
  of: Readonly<Record<QuestionColumn, readonly number[]>>,
): { what: string; text: string }[] {
  const filled = (column: QuestionColumn) => of[column].flatMap((place) => cells[place] || []);
  const [question = '', ...more] = filled('question');
  if (question === '') return [];
  const [kind = ''] = filled('kind');
  const [marks = ''] = filled('marks');
  const isChoosing = filled('option').length > 0 && !question.includes('[[');
  return [
    ...more.map((text) => ({ what: 'a second text of a question', text })),
    ...(kind !== '' && kindNamed(kind) === undefined
      ? [{ what: 'the kind of a question, which is not known: it was guessed', text: kind }]
      : []),
    ...(marks !== '' && Number.isNaN(Number(marks.replace(',', '.')))
      ? [{ what: 'marks that are not a number', text: marks }]
      : []),
    ...(isChoosing ? filled('choose').map((text) => ({ what: 'words to choose from', text })) : []),
  ];
}
