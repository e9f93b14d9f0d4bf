import type { Task } from './item.ts';

/** A task and all its parts and subparts. */
export const allTasks = (task: Task): Task[] => [task, ...task.parts.flatMap(allTasks)];
