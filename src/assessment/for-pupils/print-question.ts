import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Item, Task } from '../item-bank/item.ts';
import type { FormQuestion } from '../papers/exam-paper.ts';
import { type PrintedTask, type PrintSource, printTask } from './print-task.ts';

export interface PrintedQuestion {
  readonly number: number;
  /** The id of the stimulus that begins with this question; null otherwise. */
  readonly stimulus: string | null;
  /** The questions that the stimulus is for: `Questions 3 and 4`. */
  readonly about: string;
  /** The verb that goes with them: `is` or `are`. */
  readonly verb: string;
  readonly tasks: readonly PrintedTask[];
}

/** Adapts a printed task to the level of a worksheet. */
export type LevelAdapter = (printed: PrintedTask, task: Task) => PrintedTask;

/** Gives questions in order, each stimulus before the first question about it. */
export function printQuestions(
  questions: readonly FormQuestion[],
  items: readonly Item[],
  source: PrintSource,
  adapt: LevelAdapter = (printed) => printed,
): PrintedQuestion[] {
  const itemOf = (question: FormQuestion | undefined) => items.find(({ id }) => id === question?.item);
  return questions.map((question, place) => {
    const item = itemOf(question)!;
    const begins = item.stimulus !== undefined && itemOf(questions[place - 1])?.stimulus !== item.stimulus;
    const after = questions.slice(place).findIndex((other) => itemOf(other)!.stimulus !== item.stimulus);
    const last = questions[after < 0 ? questions.length - 1 : place + after - 1]!.number;
    return {
      number: question.number,
      stimulus: begins ? item.stimulus! : null,
      about: begins ? questionsInWords(question.number, last) : '',
      verb: last === question.number ? 'is' : 'are',
      tasks: flatTasks(item.task, [String(question.number)], [], question, source, adapt),
    };
  });
}

/** `Question 7`, `Questions 3 and 4`, `Questions 3 to 5`. */
function questionsInWords(first: number, last: number): string {
  if (first === last) return `Question\u00A0${first}`;
  return `Questions\u00A0${first}${last === first + 1 ? ' and ' : ' to '}${last}`;
}

/** Flattens a question and its parts, each with the labels that begin with it: ['3', '(a)'], then ['', '(b)']. */
function flatTasks(
  task: Task,
  labels: readonly string[],
  path: readonly string[],
  question: FormQuestion,
  source: PrintSource,
  adapt: LevelAdapter,
): PrintedTask[] {
  const printed = adapt(
    printTask(task, question.number, labels, ownValue(question.orders, path.join('')) ?? [], source),
    task,
  );
  const blank = labels.map(() => '');
  const isEmpty = printed.stem === null && printed.text === null && task.parts.length > 0;
  const parts = task.parts.flatMap((part, index) => {
    const above = isEmpty && index === 0 ? labels : blank;
    return flatTasks(part, [...above, part.label], [...path, part.label], question, source, adapt);
  });
  return isEmpty ? parts : [printed, ...parts];
}
