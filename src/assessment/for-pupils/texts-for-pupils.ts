import type { Task } from '../item-bank/item.ts';
import { kindOf } from '../kinds/question-kinds.ts';
import { createGenerator } from '../papers/generator.ts';
import { shuffled } from '../papers/shuffled.ts';
import { type PrintSource, textsOfValue } from './print-task.ts';

/** Every text of a task, without its parts, that some paper or worksheet may print for pupils. */
export function textsForPupils(task: Task, { kinds, pack }: PrintSource): string[] {
  const { stem, text, body, shuffle, words = [], starters = [], extend } = task;
  const kind = kindOf(body, kinds);
  const generator = createGenerator('any order');
  const order = kind.arrange(body, {
    shuffle,
    keyPlace: undefined,
    shuffled: (pinned) => shuffled(pinned, generator),
  });
  const beside = [stem, ...(text ? [text] : []), ...words, ...starters, ...(extend ? [extend] : [])];
  const fields = kind.print(body, { order, isSupport: false, pack });
  return [...beside.map((one) => one.text), ...Object.values(fields).flatMap(textsOfValue)];
}
