import { createGenerator } from '../../diagnostics/collections/generator.ts';
import type { Task } from '../item-bank/item.ts';
import type { PrintedValue } from '../kinds/question-kind.ts';
import { kindOf } from '../kinds/question-kinds.ts';
import { shuffled } from '../papers/shuffled.ts';
import type { PrintSource } from './print-task.ts';

/** Every text of a task, without its parts, that papers and worksheets may print for pupils. */
export function textsForPupils(
  task: Task,
  { kinds, pack, words: own, isSupport = false }: PrintSource,
): string[] {
  const { stem, text, body, shuffle, words = [], starters = [], extend } = task;
  const kind = kindOf(body, kinds);
  const generator = createGenerator('any order');
  const order = kind.arrange(body, {
    shuffle,
    keyPlace: undefined,
    shuffled: (pinned) => shuffled(pinned, generator),
  });
  const beside = [stem, ...(text ? [text] : []), ...words, ...starters, ...(extend ? [extend] : [])];
  const fields = kind.print(body, { order, isSupport, pack, words: own });
  return [
    ...beside.map((one) => one.text),
    ...kind.shown(body, isSupport),
    ...Object.values(fields).flatMap(ownWords),
  ];
}

/** The program's own words in a field. Authored texts do not count: a kind may print them by mistake. */
const ownWords = (value: PrintedValue): string[] => [value].flat().filter((one) => typeof one === 'string');
