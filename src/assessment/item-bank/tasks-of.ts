import type { Task } from './item.ts';

/** A task that is answered, with the labels that lead to it (`['(a)', '(i)']`). */
interface AnsweredTask {
  readonly labels: readonly string[];
  readonly task: Task;
}

/** The tasks of a question that are answered, in order. */
export function tasksOf(task: Task, labels: readonly string[] = []): AnsweredTask[] {
  if (task.parts.length === 0) return [{ labels, task }];
  return task.parts.flatMap((part) => tasksOf(part, [...labels, part.label]));
}
