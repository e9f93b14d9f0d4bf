import { lettersOnly } from './letters-only.ts';
import type { QuizAnswers } from './quiz-answers.ts';
import type { ReadCards } from './read-cards.ts';
import type { ReadPaper } from './read-questions.ts';
import type { ReportDrift } from './report-drift.ts';

/** A sheet or a key of a quiz as it was read back: its questions and, in a test of words, its tables. */
export interface ReadQuiz {
  readonly questions: ReadPaper['questions'];
  readonly tables: ReadCards['tables'];
}

/** Compares the sheets of a quiz, the forms of a test one after the other, with their key, and the key with what is right. */
export function checkQuiz(
  sheets: readonly ReadQuiz[],
  key: ReadQuiz,
  answers: QuizAnswers,
  reportDrift: ReportDrift,
): void {
  const [onSheets, inKey] = [sheets.flatMap(entriesOf), entriesOf(key)];
  const [asked, keyed] = [onSheets, inKey].map((entries) => new Set(entries.map(nameOf)));
  for (const entry of onSheets) {
    if (!keyed!.has(nameOf(entry)))
      reportDrift('key-drift', `The key has no answer to ${entry.number}, “${entry.stem}”.`);
    if (entry.answer !== '')
      reportDrift('answer-leaked', `${entry.number} is already answered: “${entry.answer}”`);
  }
  for (const entry of inKey) {
    if (!asked!.has(nameOf(entry)))
      reportDrift('key-drift', `The key answers ${entry.number}, “${entry.stem}”, which no sheet asks.`);
    if (!isRight(entry, answers))
      reportDrift(
        'key-drift',
        `“${entry.answer}” is not the right answer to ${entry.number}, “${entry.stem}”.`,
      );
  }
}

/** A question or a row of a table. In a key, it has an answer. */
interface Entry {
  readonly number: string;
  readonly stem: string;
  readonly answer: string;
  /** Whether it is a row of a table, with a word in one cell and its meaning in the other. */
  readonly isPair: boolean;
}

/** The same question with the same number: on a ticket it comes four times. */
const nameOf = ({ number, stem }: Entry): string => `${number} ${lettersOnly(stem)}`;

/** A quotation as it is quoted in a message. */
const withoutMarks = (text: string) => text.replace(/^[\p{Pi}\p{Ps}]|[\p{Pf}\p{Pi}]$/gu, '');

function entriesOf({ questions, tables }: ReadQuiz): Entry[] {
  const asked = questions.map(({ number, tasks }): Entry => {
    const [stem = '', answer = ''] = tasks.flatMap(({ texts }) => texts.map(withoutMarks));
    return { number, stem, answer, isPair: false };
  });
  const rows = tables.flat().map(([first = '', answer = '']): Entry => {
    const [, number = '', stem = ''] = /^(\d+)\.\s*(.*)$/su.exec(first) ?? [];
    return { number, stem, answer, isPair: true };
  });
  return [...asked, ...rows];
}

const isRight = ({ stem, answer, isPair }: Entry, answers: QuizAnswers): boolean =>
  isPair ? answers.isMeaning(answer, stem) || answers.isMeaning(stem, answer) : answers.isRight(stem, answer);
