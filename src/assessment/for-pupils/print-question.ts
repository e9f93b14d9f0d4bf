import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Item, Task } from '../item-bank/item.ts';
import type { FormQuestion } from '../papers/exam-paper.ts';
import { type Introduction, introduceStimuli } from './introduce-stimuli.ts';
import { type PrintedTask, type PrintSource, printTask } from './print-task.ts';

export interface PrintedQuestion {
  readonly number: number;
  /** What is said before it about the texts that it is about, and those to print. */
  readonly introduction: Introduction;
  readonly tasks: readonly PrintedTask[];
}

/** Adapts a printed task to the level of a worksheet. */
export type LevelAdapter = (printed: PrintedTask, task: Task) => PrintedTask;

/** The stimuli of a paper or worksheet: their letters, and those that are printed so far, which grow. */
interface PaperStimuli {
  readonly letters: ReadonlyMap<string, string>;
  readonly printed: Set<string>;
}

/** Gives questions in order, each stimulus before the first question about it. */
export function printQuestions(
  questions: readonly FormQuestion[],
  items: readonly Item[],
  source: PrintSource,
  { letters, printed }: PaperStimuli,
  adapt: LevelAdapter = (task) => task,
): PrintedQuestion[] {
  const numbered = questions.map((question) => ({
    number: question.number,
    item: items.find(({ id }) => id === question.item)!,
  }));
  const introductions = introduceStimuli(numbered, letters, printed, source.words);
  return questions.map((question, place) => ({
    number: question.number,
    introduction: introductions[place]!,
    tasks: flatTasks(numbered[place]!.item.task, [String(question.number)], [], question, source, adapt),
  }));
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
