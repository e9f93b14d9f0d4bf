import type { Item } from '../item-bank/item.ts';
import { letterOf } from '../tasks/letter-of.ts';

/**
 * The letters of the stimuli of a paper or worksheet, by their ids, in the order of its author: the same in each form.
 * Stimuli have letters where a question is about more than one, is about a source of the pack, or names one by its id.
 */
export function sourceLetters(items: readonly Pick<Item, 'stimuli' | 'aboutSources'>[]): Map<string, string> {
  if (!items.some(({ stimuli, aboutSources }) => aboutSources || stimuli.length > 1)) return new Map();
  const ids = [...new Set(items.flatMap(({ stimuli }) => stimuli))];
  return new Map(ids.map((id, place) => [id, letterOf(place)]));
}
