import { createGenerator } from '../../diagnostics/collections/generator.ts';
import { smallest } from '../../diagnostics/collections/smallest.ts';
import type { Item } from '../item-bank/item.ts';
import { tasksOf } from '../item-bank/tasks-of.ts';
import { type KindTable, kindOf } from '../kinds/question-kinds.ts';
import type { Option } from '../tasks/option.ts';
import { shuffled } from './shuffled.ts';

/**
 * Chooses the places of the keys of a form so that no letter is right much more often than another: questions are taken in
 * random order, and each key gets the place used least so far, at random among equals. Options that keep their places come
 * first.
 * @returns the place of each key that may move, by the item's id and the labels of its task
 */
export function balanceKeys(items: readonly Item[], seed: string, kinds: KindTable): Map<string, number> {
  const generator = createGenerator(`${seed}/keys`);
  const used: number[] = [];
  const use = (place: number) => {
    used[place] = (used[place] ?? 0) + 1;
  };
  const free: { key: string; places: number[] }[] = [];
  for (const item of items)
    for (const { labels, task } of tasksOf(item.task)) {
      const options = kindOf(task.body, kinds).options(task.body);
      if (options.filter(({ key }) => key).length !== 1) continue;
      const place = options.findIndex(({ key }) => key);
      if (!task.shuffle || options[place]!.pinned) use(place);
      else free.push({ key: `${item.id}${labels.join('')}`, places: freePlaces(options) });
    }
  const places = new Map<string, number>();
  for (const index of shuffled(
    free.map(() => false),
    generator,
  )) {
    const one = free[index]!;
    const least = smallest(one.places.map((place) => used[place] ?? 0));
    const best = one.places.filter((place) => (used[place] ?? 0) === least);
    const place = best[generator.below(best.length)]!;
    use(place);
    places.set(one.key, place);
  }
  return places;
}

const freePlaces = (options: readonly Option[]) =>
  options.flatMap(({ pinned }, index) => (pinned ? [] : [index]));
