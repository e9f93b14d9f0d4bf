import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Helper } from './helper.ts';
import { isEntry, listOf, textOf } from './helper-values.ts';

/** Helpers that choose from the entries of a pack. */
export const CHOOSING_HELPERS: readonly Helper[] = [
  {
    // (pick entries ids): the entries with these ids, in the order of the ids.
    name: 'pick',
    prints: false,
    run(_, [entries, ids]) {
      const byId = new Map(
        listOf(entries)
          .filter(isEntry)
          .map((entry) => [entry.id, entry]),
      );
      return listOf(ids).flatMap((id) => byId.get(textOf(id)) ?? []);
    },
  },
  {
    // (one entries id): the entry with this id, or nothing.
    name: 'one',
    prints: false,
    run: (_, [entries, id]) =>
      listOf(entries).find((entry) => isEntry(entry) && entry.id === textOf(id)) ?? null,
  },
  {
    // (where entries "field" value): the entries whose field is, or whose list holds, the value.
    name: 'where',
    prints: false,
    run: (_, [entries, field, value]) =>
      listOf(entries).filter(
        (entry) =>
          isEntry(entry) &&
          listOf(ownValue(entry, textOf(field))).some((item) => textOf(item) === textOf(value)),
      ),
  },
  {
    // (shared entries "field" values): the entries whose list in the field holds all the values.
    name: 'shared',
    prints: false,
    run(_, [entries, field, values]) {
      const wanted = listOf(values).map(textOf);
      return listOf(entries).filter((entry) => {
        if (!isEntry(entry)) return false;
        const held = listOf(ownValue(entry, textOf(field))).map(textOf);
        return wanted.every((value) => held.includes(value));
      });
    },
  },
  {
    // (without entries "field"): the entries whose field is empty.
    name: 'without',
    prints: false,
    run: (_, [entries, field]) =>
      listOf(entries).filter(
        (entry) => isEntry(entry) && listOf(ownValue(entry, textOf(field))).length === 0,
      ),
  },
  {
    // (among entries "field" others): the entries whose field is the id of one of the others.
    name: 'among',
    prints: false,
    run(_, [entries, field, others]) {
      const ids = new Set(
        listOf(others)
          .filter(isEntry)
          .map((entry) => entry.id),
      );
      return listOf(entries).filter(
        (entry) =>
          isEntry(entry) && listOf(ownValue(entry, textOf(field))).some((item) => ids.has(textOf(item))),
      );
    },
  },
  {
    // (primary entries "field" value): the entries whose list in the field begins with the value.
    name: 'primary',
    prints: false,
    run: (_, [entries, field, value]) =>
      listOf(entries).filter(
        (entry) => isEntry(entry) && textOf(listOf(ownValue(entry, textOf(field)))[0]) === textOf(value),
      ),
  },
];
