import type { Pack } from './entries/entry.ts';
import type { EntryKind } from './kinds/entry-kind.ts';

/**
 * Gives a pack as far as a class has read: without later chapters, and without entries that name one or are themselves for a
 * class that has read further. Words, facts on context and people stay if any chapter that they name has been read.
 * @param reached the id of the last chapter
 */
export function packUpTo<Some extends Pack<EntryKind>>(pack: Some, reached: string): Some {
  const order = (pack.entries['chapters'] ?? []).map(({ id }) => id);
  const last = order.indexOf(reached);
  const isRead = (id: unknown) => order.indexOf(String(id)) <= last;
  const entries = Object.entries(pack.entries).map(([kind, list]) => [
    kind,
    list.filter(({ id, fields }) => {
      if (kind === 'chapters') return isRead(id);
      const {
        chapter,
        chapters = [],
        reached: own,
      } = fields as {
        chapter?: string;
        chapters?: readonly string[];
        reached?: string;
      };
      if (!isRead(chapter) || !isRead(own)) return false;
      return OF_SEVERAL.includes(kind)
        ? chapters.length === 0 || chapters.some(isRead)
        : chapters.every(isRead);
    }),
  ]);
  return { ...pack, entries: Object.fromEntries(entries) };
}

/** Kinds whose entries say nothing of the later chapters that they name. */
const OF_SEVERAL = ['vocabulary', 'context', 'characters', 'people', 'themes', 'symbols'];
