import { largest } from '../../diagnostics/collections/largest.ts';
import type { Item } from '../item-bank/item.ts';
import { tasksOf } from '../item-bank/tasks-of.ts';
import { type KindTable, kindOf } from '../kinds/question-kinds.ts';

/**
 * Sorts items so that what is answered quickly comes first: ticks and numbers, then gaps and labels, then sentences;
 * within a kind in their order. Items about one text stay together, where the quickest of them belongs.
 */
export function quickFirst(items: readonly Item[], kinds: KindTable): Item[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const [text] = item.stimuli;
    const key = text === undefined ? `item ${item.id}` : `text ${text}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  const timed = [...groups.values()].map((group) => {
    const sorted = group
      .map((item) => ({ item, effort: effortOf(item, kinds) }))
      .sort((a, b) => a.effort - b.effort);
    return { items: sorted.map(({ item }) => item), effort: sorted[0]!.effort };
  });
  return timed.sort((a, b) => a.effort - b.effort).flatMap((group) => group.items);
}

/**
 * The place of an item's kind among all, those that are answered in sentences last; of a question with parts that of
 * the slowest.
 */
function effortOf({ task }: Item, kinds: KindTable): number {
  return largest(
    tasksOf(task).map(({ task: { body } }) => {
      const kind = kindOf(body, kinds);
      return kinds.indexOf(kind) + (kind.isWritten ? kinds.length : 0);
    }),
  );
}
