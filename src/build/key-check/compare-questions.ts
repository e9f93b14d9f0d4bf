import type { Item } from '../../assessment/item-bank/item.ts';
import { tasksOf } from '../../assessment/item-bank/tasks-of.ts';
import { type KindTable, kindOf } from '../../assessment/kinds/question-kinds.ts';
import { checkOffered } from './check-offered.ts';
import type { ComparedTask } from './compared-task.ts';
import { lettersOnly } from './letters-only.ts';
import type { ReadQuestion } from './read-questions.ts';
import type { ReportDrift } from './report-drift.ts';

/** What questions are compared with. */
interface Comparing {
  readonly kinds: KindTable;
  /** What has the questions, in messages: the form of a paper, or a worksheet. */
  readonly whole: 'form' | 'worksheet';
  /** Whether tasks say their marks. */
  readonly marked: boolean;
}

/**
 * Compares questions that were read back with the items that they were made from: each must be there once, with everything
 * that it asks and offers. Questions are unmarked where the marks of a choice are printed once for all of them.
 * @returns the tasks that were found, for comparison with the key
 */
export function compareQuestions(
  read: readonly ReadQuestion[],
  questions: readonly { readonly number: string; readonly item: Item; readonly unmarked?: boolean }[],
  comparing: Comparing,
  reportDrift: ReportDrift,
): ComparedTask[] {
  const numbers = new Set([...read.map(({ number }) => number), ...questions.map(({ number }) => number)]);
  for (const number of numbers) {
    const printed = read.filter((question) => question.number === number).length;
    const expected = questions.filter((question) => question.number === number).length;
    if (printed !== expected)
      reportDrift(
        'paper-drift',
        `Question ${number} is printed ${timesInWords(printed)}, but the ${comparing.whole} has it ${timesInWords(expected)}.`,
      );
  }
  return questions.flatMap(({ number, item, unmarked = false }) => {
    const question = read.find((one) => one.number === number);
    return question ? compareQuestion(question, item, { ...comparing, unmarked }, reportDrift) : [];
  });
}

const timesInWords = (count: number) => (count === 0 ? 'nowhere' : count === 1 ? 'once' : `${count} times`);

function compareQuestion(
  { number, tasks }: ReadQuestion,
  item: Item,
  { kinds, marked, unmarked }: Comparing & { readonly unmarked: boolean },
  reportDrift: ReportDrift,
): ComparedTask[] {
  const all = lettersOnly(tasks.flatMap(({ texts }) => texts).join(' '));
  const stem = item.task.stem.text || item.task.text?.text || '';
  if (!all.startsWith(lettersOnly(stem)))
    reportDrift('paper-drift', `Question ${number} does not start with the words of “${item.id}”.`);
  return tasksOf(item.task).flatMap(({ labels, task }) => {
    const path = labels.join('');
    const printed = tasks.filter((one) => one.labels === path);
    if (printed.length !== 1) {
      reportDrift('paper-drift', `Question ${number}${path} is printed ${timesInWords(printed.length)}.`);
      return [];
    }
    const marks = printed[0]!.marks;
    const isRight = unmarked ? marks.length === 0 : marks.length === 1 && marks[0] === task.marks;
    if (marked && !isRight)
      reportDrift(
        'marks-drift',
        `Question ${number}${path} is worth ${task.marks}, but the paper says ${marks.length === 0 ? 'nothing' : marks.join(' and ')}.`,
      );
    const compared = {
      number: `${number}${path}`,
      item,
      task,
      kind: kindOf(task.body, kinds),
      printed: printed[0]!,
    };
    checkOffered(compared, reportDrift);
    return [compared];
  });
}
