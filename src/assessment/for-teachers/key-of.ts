import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Words } from '../../words/words.ts';
import type { ItemBank } from '../item-bank/item.ts';
import { tasksOf } from '../item-bank/tasks-of.ts';
import { kindOf } from '../kinds/question-kinds.ts';
import type { Form } from '../papers/exam-paper.ts';

/** A line of the short key of a form. */
export interface KeyEntry {
  /** `7`, or `7(a)(i)`. */
  readonly number: string;
  readonly item: string;
  /** The right answer in this form; empty where only the mark scheme can give it. */
  readonly answer: string;
  readonly marks: number;
}

/**
 * The short key of a form: an entry for each task that is answered.
 * @param words of the language in which it is printed; none for the codes of copies
 */
export function keyOf(form: Form, { items, kinds }: ItemBank, words?: Words): KeyEntry[] {
  return form.sections.flatMap(({ questions }) =>
    questions.flatMap(({ number, item, orders }) => {
      const { task } = items.find(({ id }) => id === item)!;
      return tasksOf(task).map(({ labels, task: leaf }) => ({
        number: `${number}${labels.join('')}`,
        item,
        answer: kindOf(leaf.body, kinds).key(leaf.body, ownValue(orders, labels.join('')) ?? [], words),
        marks: leaf.marks,
      }));
    }),
  );
}
