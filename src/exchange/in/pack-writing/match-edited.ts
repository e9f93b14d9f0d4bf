import { append } from '../../../diagnostics/collections/append.ts';
import { distinctWords, likeness } from './likeness.ts';

/** An entry of a source, or one that an earlier import wrote, with its text. */
export interface EntryWithText<T> {
  readonly one: T;
  readonly text: string;
}

/** How alike two entries without ids of their own have to be, to be one that was edited. */
const ALIKE = 0.5;
/** How many others each entry is compared with: those that share its rarest words. */
const MOST_COMPARED = 100;
/** How far an entry may have moved, if it has no words that tell it from the others. */
const NEAR = 5;

/**
 * Finds entries that have another heading than in an earlier import, but hardly any other words: first those that are most
 * alike. In a bank of thousands, each is compared with few others.
 * @returns pairs in which nothing is twice
 */
export function matchEdited<A, B>(
  now: readonly EntryWithText<A>[],
  before: readonly EntryWithText<B>[],
): readonly (readonly [A, B])[] {
  const words = before.map(({ text }) => distinctWords(text));
  const places = new Map<string, number[]>();
  for (const [place, own] of words.entries())
    for (const word of own) {
      const known = places.get(word);
      if (known) known.push(place);
      else places.set(word, [place]);
    }
  const pairs: { readonly at: number; readonly place: number; readonly alike: number }[] = [];
  for (const [at, { text }] of now.entries()) {
    const own = distinctWords(text);
    append(
      pairs,
      likelyPlaces(own, at, places, before.length)
        .map((place) => ({ at, place, alike: likeness(own, words[place]!) }))
        .filter(({ alike }) => alike >= ALIKE),
    );
  }
  const [found, taken] = [new Set<number>(), new Set<number>()];
  return pairs
    .sort((one, other) => other.alike - one.alike)
    .flatMap(({ at, place }) => {
      if (found.has(at) || taken.has(place)) return [];
      found.add(at);
      taken.add(place);
      return [[now[at]!.one, before[place]!.one] as const];
    });
}

/** Where entries are that may be like one: all of a short list, and of a long one those with its rarest words. */
function likelyPlaces(
  own: ReadonlySet<string>,
  at: number,
  places: ReadonlyMap<string, readonly number[]>,
  count: number,
): number[] {
  if (count <= MOST_COMPARED) return Array.from({ length: count }, (_, place) => place);
  const likely = new Set<number>();
  for (let place = Math.max(0, at - NEAR); place <= Math.min(count - 1, at + NEAR); place++)
    likely.add(place);
  const lists = [...own].flatMap((word) => [places.get(word) ?? []]);
  for (const list of lists.sort((one, other) => one.length - other.length))
    for (const place of list) {
      if (likely.size >= MOST_COMPARED) return [...likely];
      likely.add(place);
    }
  return [...likely];
}
