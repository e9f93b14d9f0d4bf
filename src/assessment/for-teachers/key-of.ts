import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Form } from '../papers/exam-paper.ts';
import type { Item, Task } from '../tasks/item.ts';
import { letterOf } from '../tasks/letter-of.ts';
import { rightSide } from '../tasks/right-side.ts';
import { tasksOf } from '../tasks/tasks-of.ts';

/** A line of the short key of a form. */
export interface KeyEntry {
  /** `7`, or `7(a)(i)`. */
  readonly number: string;
  readonly item: string;
  /** The right answer in this form; empty where only the mark scheme can give it. */
  readonly answer: string;
  readonly marks: number;
}

/** The short key of a form: an entry for each task that is answered. */
export function keyOf(form: Form, items: readonly Item[]): KeyEntry[] {
  return form.sections.flatMap(({ questions }) =>
    questions.flatMap(({ number, item, orders }) => {
      const { task } = items.find(({ id }) => id === item)!;
      return tasksOf(task).map(({ labels, task: leaf }) => ({
        number: `${number}${labels.join('')}`,
        item,
        answer: answerIn(leaf, ownValue(orders, labels.join('')) ?? []),
        marks: leaf.marks,
      }));
    }),
  );
}

/** The right answer of a task whose parts stand in an order, as short as it can be said. */
export function answerIn({ body }: Task, order: readonly number[]): string {
  switch (body.kind) {
    case 'multiple-choice':
      return order.flatMap((from, place) => (body.options[from]!.key ? [letterOf(place)] : [])).join(', ');
    case 'true-false':
      return order
        .map((from, place) => `${place + 1} ${body.statements[from]!.key ? 'true' : 'false'}`)
        .join(', ');
    case 'matching': {
      const side = rightSide(body);
      return body.left
        .map((_, index) => {
          const place = order.findIndex((from) => side[from]!.text === body.right[index]!.text);
          return `${index + 1}${letterOf(place)}`;
        })
        .join(', ');
    }
    case 'ordering':
      // In the boxes from top to bottom: which step each one is.
      return order.map((from) => from + 1).join(', ');
    case 'cloze':
    case 'table':
      return body.blanks.map(({ words }, index) => `${index + 1} ${words[0]}`).join(', ');
    case 'labelling':
      return body.labels.map(({ letter, answer }) => `${letter} ${answer.text}`).join(', ');
    default:
      return '';
  }
}
