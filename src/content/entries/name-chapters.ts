import { numbersOfChapter } from './chapter-name.ts';
import type { Entry } from './entry.ts';

/** The fields, of entries and inside them, that name chapters. */
const CHAPTER_FIELDS = ['chapter', 'chapters', 'reached'];

/** Writes an id of numbers with hyphens: `1.7` as `1-7`. */
export const undotted = (id: string): string => (/^\d+(?:\.\d+)+$/.test(id) ? id.replaceAll('.', '-') : id);

/** Changes each name of a chapter in all fields that have some. */
export function renameChapters<T>(value: T, rename: (id: string) => string, names = false): T {
  const inner = (one: unknown, name: string) =>
    renameChapters(one, rename, names || CHAPTER_FIELDS.includes(name));
  if (typeof value === 'string') return (names ? rename(value) : value) as T;
  if (Array.isArray(value)) return value.map((one) => inner(one, '')) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inner(one, name)])) as T;
}

/**
 * Lets entries name chapters by their numbers alone where ids have words: `1.1` for `act-1-scene-1`, `2` for `stave-2`.
 * A number that is an id itself, or that fits two chapters, stays as it is.
 */
export function nameChapters(entries: readonly Entry[]): readonly Entry[] {
  const ids = entries.flatMap(({ kind, id }) => (kind === 'chapters' ? [id] : []));
  const known = new Map<string, string | undefined>();
  for (const id of ids) {
    const numbers = numbersOfChapter(id);
    if (numbers !== undefined && !ids.includes(numbers))
      known.set(numbers, known.has(numbers) ? undefined : id);
  }
  if (known.size === 0) return entries;
  return entries.map((entry) => {
    let isRenamed = false;
    const fields = renameChapters(entry.fields, (id) => {
      const meant = known.get(id);
      isRenamed ||= meant !== undefined;
      return meant ?? id;
    });
    return isRenamed ? { ...entry, fields } : entry;
  });
}
