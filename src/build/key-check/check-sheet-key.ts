import type { Item } from '../../assessment/item-bank/item.ts';
import { tasksOf } from '../../assessment/item-bank/tasks-of.ts';
import { type KindTable, kindOf } from '../../assessment/kinds/question-kinds.ts';
import { questionsAt } from '../../assessment/papers/questions-at.ts';
import type { Worksheet } from '../../assessment/papers/worksheet.ts';
import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';
import { checkAnswer } from './check-key.ts';
import type { ComparedTask } from './compared-task.ts';
import { lettersOnly } from './letters-only.ts';
import type { ReadPaper, ReadTask } from './read-questions.ts';
import type { ReportDrift } from './report-drift.ts';

/** The sheets of a worksheet that were read back: what was found on each, by the letter of its form. */
export type ReadSheets = readonly { readonly form: string; readonly compared: readonly ComparedTask[] }[];

/**
 * Compares the key of a worksheet with its sheets, all as they were read back: each question must have one entry with its
 * number, and what an entry names must be right on each sheet of its form.
 */
export function checkSheetKey(
  { questions: read }: ReadPaper,
  worksheet: Worksheet,
  sheets: ReadSheets,
  { kinds, words }: { readonly kinds: KindTable; readonly words: Words },
  reportDrift: ReportDrift,
): void {
  const expected = entriesOf(worksheet);
  if (read.length !== expected.length)
    reportDrift('key-drift', `The key has ${read.length} entries for ${expected.length} questions.`);
  for (const [index, { number, item }] of expected.entries()) {
    const entry = read[index];
    if (!entry) return;
    if (entry.number !== number)
      reportDrift('key-drift', `The key says ${entry.number} where question ${number} is expected.`);
    for (const { labels, task } of tasksOf(item.task)) {
      const path = labels.join('');
      const printed = entry.tasks.filter((one) => one.labels === path);
      if (printed.length !== 1) {
        reportDrift('key-drift', `The key has ${printed.length} answers to question ${number}${path}.`);
        continue;
      }
      if (!kindOf(task.body, kinds).isKeyedByOrder) continue;
      const stem = task.stem.text || (path === '' || isFirst(item, path) ? item.task.stem.text : '');
      const given = answerIn(printed[0]!, stem);
      for (const { form, compared } of sheets) {
        const asked = compared.find((one) => one.item === item && one.task === task);
        if (asked) checkAnswer(ofForm(given, form, words), asked, words, reportDrift);
      }
    }
  }
}

/** The questions of a worksheet at all its levels, in the order of its key. */
function entriesOf(worksheet: Worksheet): { number: string; item: Item }[] {
  const { items, sheets } = worksheet;
  const numbers = new Map(
    sheets.flatMap((sheet) =>
      questionsAt(worksheet, sheet).map(({ item, number }) => [item, String(number)]),
    ),
  );
  return items.flatMap((item) => {
    const number = numbers.get(item.id);
    return number === undefined ? [] : { number, item };
  });
}

const isFirst = ({ task }: Item, path: string) => tasksOf(task)[0]?.labels.join('') === path;

/** The short answer of an entry: the first text below its stem. */
function answerIn({ texts }: ReadTask, stem: string): string {
  const unmarked = (texts[0] ?? '').replace(/\s*\[[^\]]*\]$/, '');
  const isStem = stem !== '' && lettersOnly(unmarked) === lettersOnly(stem);
  // What the letters stand for follows them on the same line.
  const [answer = ''] = (texts[isStem ? 1 : 0] ?? '').split(/\s·\s/);
  return answer;
}

/** The answer in one form: `B` of `A: C; B: B`, or the whole if all forms have the same. */
function ofForm(given: string, letter: string, words: Words): string {
  const label = say(words, 'label', { label: letter }).replace(/\s/g, '');
  const parts = given.split(/;\s+/).map((part) => part.replace(/\s+/g, ' ').trim());
  const own = parts.find((part) => part.replace(/\s/g, '').startsWith(label));
  if (own === undefined) return given;
  let rest = own;
  for (const sign of label) rest = rest.trimStart().slice(sign.length);
  return rest.trim();
}
