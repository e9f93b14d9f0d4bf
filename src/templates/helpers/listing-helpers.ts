import type { Helper } from './helper.ts';
import { asList, isEntry, textOfValue } from './helper-values.ts';

/** The speed of a steady reader of school age. */
const WORDS_PER_MINUTE = 200;

function wordsOf(entry: unknown): number {
  if (!isEntry(entry)) return 0;
  const texts = [entry['body'], ...Object.values((entry['sections'] ?? {}) as Record<string, unknown>)].map(
    textOfValue,
  );
  return texts.join(' ').split(/\s+/).filter(Boolean).length;
}

/** Writes ascending numbers with runs of three or more as ranges: “1–4, 7”. */
function joinedNumbers(numbers: readonly number[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && number === last.to + 1) last.to = number;
    else runs.push({ from: number, to: number });
  }
  return runs
    .map(({ from, to }) => (from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from}–${to}`))
    .join(', ');
}

/** Helpers that say something about lists and what is in them: names, numbers, times. */
export const LISTING_HELPERS: readonly Helper[] = [
  {
    // (names entries): the names of entries, as texts.
    name: 'names',
    prints: false,
    run: (_, [entries]) => asList(entries).flatMap((entry) => (isEntry(entry) ? [entry['name']] : [])),
  },
  {
    // (place-names entries): the names in their places, each once: “Verona, a public place” has one.
    name: 'place-names',
    prints: false,
    run(_, [entries]) {
      const places = asList(entries).flatMap((entry) =>
        isEntry(entry) ? [textOfValue(entry['place'])] : [],
      );
      const names = places.flatMap((place) => place.split(/[,;]/)).map((part) => part.trim());
      return [
        ...new Set(
          names.filter((name) => /^(?:The )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2}$/u.test(name)),
        ),
      ];
    },
  },
  {
    // (ranges ids chapters): chapters by their ids, with runs of numbers as ranges: “1–4, 7”, “1.7, 2.1”.
    name: 'ranges',
    prints: false,
    run(_, [ids, chapters]) {
      const names = asList(ids).map((id) => {
        const chapter = asList(chapters).find((one) => isEntry(one) && one.id === textOfValue(id));
        return isEntry(chapter) ? textOfValue(chapter['short']) : textOfValue(id);
      });
      const isNumber = (name: string) => /^\d+$/.test(name);
      return names.every(isNumber) ? joinedNumbers(names.map(Number)) : names.join(', ');
    },
  },
  {
    // (count-from-one @index): an index in a list, counted from 1.
    name: 'count-from-one',
    prints: false,
    run: (_, [index]) => Number(index) + 1,
  },
  {
    // (reading-minutes entries…): the time it takes to read their texts, to the nearest five minutes.
    name: 'reading-minutes',
    prints: false,
    run(_, args) {
      const words = args.flatMap(asList).reduce((sum: number, entry) => sum + wordsOf(entry), 0);
      return Math.max(5, Math.round(words / WORDS_PER_MINUTE / 5) * 5);
    },
  },
  {
    // (is a b): whether two values are the same text.
    name: 'is',
    prints: false,
    run: (_, [a, b]) => textOfValue(a) === textOfValue(b),
  },
  {
    // (concat lists…): several lists joined into one.
    name: 'concat',
    prints: false,
    run: (_, args) => args.flatMap(asList),
  },
];
