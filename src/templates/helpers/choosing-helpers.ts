import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Helper } from './helper.ts';
import { asList, isEntry, textOfValue } from './helper-values.ts';

/** Helpers that choose from the entries of a pack. */
export const CHOOSING_HELPERS: readonly Helper[] = [
  {
    // (pick entries ids): the entries with these ids, in the order of the ids.
    name: 'pick',
    prints: false,
    run(_, [entries, ids]) {
      const byId = new Map(
        asList(entries)
          .filter(isEntry)
          .map((entry) => [entry.id, entry]),
      );
      return asList(ids).flatMap((id) => byId.get(textOfValue(id)) ?? []);
    },
  },
  {
    // (one entries id): the entry with this id, or nothing.
    name: 'one',
    prints: false,
    run: (_, [entries, id]) =>
      asList(entries).find((entry) => isEntry(entry) && entry.id === textOfValue(id)) ?? null,
  },
  {
    // (where entries "field" value): the entries whose field is, or whose list holds, the value.
    name: 'where',
    prints: false,
    run: (_, [entries, field, value]) =>
      asList(entries).filter(
        (entry) =>
          isEntry(entry) &&
          asList(ownValue(entry, textOfValue(field))).some(
            (item) => textOfValue(item) === textOfValue(value),
          ),
      ),
  },
  {
    // (shared entries "field" values): the entries whose list in the field holds all the values.
    name: 'shared',
    prints: false,
    run(_, [entries, field, values]) {
      const wanted = asList(values).map(textOfValue);
      return asList(entries).filter((entry) => {
        if (!isEntry(entry)) return false;
        const held = asList(ownValue(entry, textOfValue(field))).map(textOfValue);
        return wanted.every((value) => held.includes(value));
      });
    },
  },
  {
    // (without entries "field"): the entries whose field is empty.
    name: 'without',
    prints: false,
    run: (_, [entries, field]) =>
      asList(entries).filter(
        (entry) => isEntry(entry) && asList(ownValue(entry, textOfValue(field))).length === 0,
      ),
  },
  {
    // (among entries "field" others): the entries whose field is the id of one of the others.
    name: 'among',
    prints: false,
    run(_, [entries, field, others]) {
      const ids = new Set(
        asList(others)
          .filter(isEntry)
          .map((entry) => entry.id),
      );
      return asList(entries).filter(
        (entry) =>
          isEntry(entry) &&
          asList(ownValue(entry, textOfValue(field))).some((item) => ids.has(textOfValue(item))),
      );
    },
  },
  {
    // (primary entries "field" value): the entries whose list in the field begins with the value.
    name: 'primary',
    prints: false,
    run: (_, [entries, field, value]) =>
      asList(entries).filter(
        (entry) =>
          isEntry(entry) &&
          textOfValue(asList(ownValue(entry, textOfValue(field)))[0]) === textOfValue(value),
      ),
  },
];
