import type { Item, Task } from '../../../assessment/item-bank/item.ts';
import type { Passage } from '../../../content/entries/entry.ts';
import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import type { Loss } from '../../losses/loss.ts';
import type { Asked } from './asked-by-kind.ts';

/** What no other program carries over of an item as a whole. */
export const lossesOfItem = ({ task, at }: Item): Loss[] =>
  task.parts.length === 0
    ? []
    : [{ what: 'a question with parts, each of which becomes a question of its own', text: '', at }];

/** Short texts of one kind, as one loss. */
const joined = (what: string, texts: readonly Passage[]): Loss[] =>
  texts.length === 0 ? [] : [{ what, text: texts.map(({ text }) => text).join(', '), at: texts[0]!.at }];

/** What no other program carries over of a task, whatever the format. */
export function lossesOfTask(task: Task, asked: readonly Asked[]): Loss[] {
  const { at, words = [], starters = [], extend, objectives } = task;
  const extension = ownValue(task.notes, 'extension');
  const lost = new Map(asked.flatMap(({ lost = [] }) => lost.map((one) => [one.what, one.text])));
  return [
    ...joined('helpful words of support sheets', words),
    ...joined('sentence starters of support sheets', starters),
    ...(extend ? [{ what: 'the prompt of stretch sheets', ...extend }] : []),
    ...(extension ? [{ what: 'the answer to the prompt of stretch sheets', ...extension }] : []),
    ...(objectives.length > 1
      ? [
          {
            what: 'how marks are shared among objectives',
            text: objectives.map(({ id, marks }) => `${id}: ${marks}`).join(', '),
            at,
          },
        ]
      : []),
    ...(asked.length > 1
      ? [{ what: 'a set of statements, each of which becomes a question of its own', text: '', at }]
      : []),
    ...[...lost].map(([what, text]) => ({ what, text, at })),
  ];
}
