import type { Passage } from '../../content/entries/entry.ts';
import type { TaskBody } from './item.ts';

/** What stands on the right of a matching: each entry once, even where it goes with several on the left. */
export function rightSide({ right, choose = right }: Extract<TaskBody, { kind: 'matching' }>): Passage[] {
  return choose.filter(({ text }, index) => choose.findIndex((other) => other.text === text) === index);
}
