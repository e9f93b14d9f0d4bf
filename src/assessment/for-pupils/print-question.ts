import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { FormQuestion } from '../papers/exam-paper.ts';
import type { Item, Task } from '../tasks/item.ts';
import { type PrintedTask, printTask } from './print-task.ts';

export interface PrintedQuestion {
  readonly number: number;
  /** The id of what it and the next ones are about, where it is the first. */
  readonly stimulus: string | null;
  /** Which questions that is for, one after another: `Questions 3 and 4`. */
  readonly about: string;
  /** The verb that goes with them: `is` or `are`. */
  readonly verb: string;
  readonly tasks: readonly PrintedTask[];
}

/** How a task is printed elsewhere than in a paper. */
export type LevelAdapter = (printed: PrintedTask, task: Task) => PrintedTask;

/** Questions one after another, each text that several are about before the first of them. */
export function printQuestions(
  questions: readonly FormQuestion[],
  items: readonly Item[],
  dress: LevelAdapter = (printed) => printed,
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
      tasks: flatTasks(item.task, [String(question.number)], [], question, dress),
    };
  });
}

/** `Question 7`, `Questions 3 and 4`, `Questions 3 to 5`. */
function questionsInWords(first: number, last: number): string {
  if (first === last) return `Question\u00A0${first}`;
  return `Questions\u00A0${first}${last === first + 1 ? ' and ' : ' to '}${last}`;
}

/** A question and its parts one after another, each with the labels that begin with it: ['3', '(a)'], then ['', '(b)']. */
function flatTasks(
  task: Task,
  labels: readonly string[],
  path: readonly string[],
  question: FormQuestion,
  dress: LevelAdapter,
): PrintedTask[] {
  const own = dress(
    printTask(task, question.number, labels, ownValue(question.orders, path.join('')) ?? []),
    task,
  );
  const blank = labels.map(() => '');
  const silent = own.stem === null && own.text === null && task.parts.length > 0;
  const parts = task.parts.flatMap((part, index) => {
    const above = silent && index === 0 ? labels : blank;
    return flatTasks(part, [...above, part.label], [...path, part.label], question, dress);
  });
  return silent ? parts : [own, ...parts];
}
