import type { KindTable } from '../../assessment/kinds/question-kinds.ts';
import type { ExamPaper, Form } from '../../assessment/papers/exam-paper.ts';
import { firstValue, phrasePattern } from '../../words/phrase-pattern.ts';
import type { Words } from '../../words/words.ts';
import { compareQuestions } from './compare-questions.ts';
import type { ComparedTask } from './compared-task.ts';
import { lettersOnly } from './letters-only.ts';
import type { ReadPaper } from './read-questions.ts';
import type { ReportDrift } from './report-drift.ts';

/**
 * Compares a paper that was read back with the items that it was made from: each question must be there once, with
 * everything that it asks and offers, and the marks must be those of the bank and add up.
 * @returns the tasks that were found, for comparison with the key
 */
export function checkPaper(
  read: ReadPaper,
  paper: ExamPaper,
  form: Form,
  { kinds, words }: { readonly kinds: KindTable; readonly words: Words },
  reportDrift: ReportDrift,
): ComparedTask[] {
  const questions = form.sections.flatMap((section, index) =>
    section.questions.map(({ number, item }) => ({
      number: String(number),
      item: paper.sections[index]!.items.find(({ id }) => id === item)!,
      unmarked: paper.sections[index]!.answer === 1,
    })),
  );
  const compared = compareQuestions(
    read.questions,
    questions,
    { kinds, whole: 'form', marked: true },
    reportDrift,
  );
  checkTotals(read, paper, form, words, reportDrift);
  return compared;
}

/** Compares the sum of the marks printed at the tasks with the totals printed at sections and on the cover. */
function checkTotals(
  read: ReadPaper,
  paper: ExamPaper,
  form: Form,
  words: Words,
  reportDrift: ReportDrift,
): void {
  const sums = paper.sections.map(({ answer, marks: once }, index) => {
    if (answer === 1) return once;
    const worth = form.sections[index]!.questions.map(({ number }) =>
      read.questions
        .filter((question) => question.number === String(number))
        .flatMap(({ tasks }) => tasks.flatMap(({ marks }) => marks))
        .reduce((sum, marks) => sum + marks, 0),
    );
    const counted = [...worth].sort((a, b) => b - a).slice(0, answer ?? worth.length);
    return counted.reduce((sum, marks) => sum + marks, 0);
  });
  const total = sums.reduce((sum, marks) => sum + marks, 0);
  paper.sections.forEach(({ title }, index) => {
    const printed = read.totals[index];
    if (printed !== sums[index])
      reportDrift(
        'marks-drift',
        `The marks in “${title.text}” add up to ${sums[index]}, but its heading says ${printed ?? 'nothing'}.`,
      );
    const rows = read.rows.filter(([name = '']) => lettersOnly(name) === lettersOnly(title.text));
    if (rows.some((cells) => !cells.includes(String(sums[index]))))
      reportDrift(
        'marks-drift',
        `The marks in “${title.text}” add up to ${sums[index]}, but the cover says something else.`,
      );
  });
  const totalLine = new RegExp(`^${phrasePattern(words, 'total-marks')}\\s${phrasePattern(words, 'marks')}$`);
  const printed = read.opening.flatMap((text) => firstValue(totalLine.exec(text)) ?? []).map(Number);
  if (printed.length !== 1 || printed[0] !== total)
    reportDrift(
      'marks-drift',
      `All marks add up to ${total}, but the cover says ${printed.length === 0 ? 'nothing' : printed.join(' and ')}.`,
    );
}
