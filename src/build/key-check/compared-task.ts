import type { Item, Task } from '../../assessment/item-bank/item.ts';
import type { QuestionKind } from '../../assessment/kinds/question-kind.ts';
import type { TaskBody } from '../../assessment/kinds/question-kinds.ts';
import type { ReadTask } from './read-questions.ts';

/** A task of the bank beside what is printed of it. */
export interface ComparedTask {
  /** `7(b)(i)`. */
  readonly number: string;
  readonly item: Item;
  readonly task: Task;
  readonly kind: QuestionKind<TaskBody>;
  readonly printed: ReadTask;
}
