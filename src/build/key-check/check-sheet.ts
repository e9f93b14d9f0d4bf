import type { KindTable } from '../../assessment/kinds/question-kinds.ts';
import { questionsAt } from '../../assessment/papers/questions-at.ts';
import type { Sheet, Worksheet } from '../../assessment/papers/worksheet.ts';
import { compareQuestions } from './compare-questions.ts';
import type { ComparedTask } from './compared-task.ts';
import type { ReadPaper } from './read-questions.ts';
import type { ReportDrift } from './report-drift.ts';

/** Compares a sheet that was read back with the items that it asks. @returns the tasks that were found */
export function checkSheet(
  { questions: read }: ReadPaper,
  worksheet: Worksheet,
  sheet: Sheet,
  kinds: KindTable,
  reportDrift: ReportDrift,
): ComparedTask[] {
  const questions = questionsAt(worksheet, sheet).map(({ number, item }) => ({
    number: String(number),
    item: worksheet.items.find(({ id }) => id === item)!,
  }));
  // Answers that pupils may look up follow all questions, and have their numbers.
  const asked = worksheet.answers === 'apart' ? read : read.slice(0, questions.length);
  return compareQuestions(asked, questions, { kinds, whole: 'worksheet', marked: false }, reportDrift);
}
