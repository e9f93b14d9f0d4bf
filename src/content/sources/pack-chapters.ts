import { idWords } from '../entries/chapter-name.ts';
import type { EntryOf, Pack } from '../entries/entry.ts';
import { titleOf } from '../entries/place-of.ts';
import type { PackChapters } from './source-text.ts';

/** Gives the chapters of a pack's book and the words for them; of an anthology, the works that have no chapters. */
export function packChapters({ entries }: Pack): PackChapters {
  const divided = new Set(entries.chapters.map(({ fields }) => fields.book));
  const works = entries.books.filter(({ id }) => !divided.has(id));
  return {
    chapters: [
      ...entries.chapters.map(({ id, fields }) => ({ id, title: fields.title })),
      ...works.map((work) => ({ id: work.id, title: titleOf(work) })),
    ],
    unit: entries.book[0]?.fields.unit ?? 'chapter',
    words: idWords(entries.chapters.map(({ id }) => id)),
  };
}

/** The quotations of a pack. One from a work without chapters is looked for in that work, as if it were its chapter. */
export function quotationsToFind(pack: Pack): readonly EntryOf<'quotations'>[] {
  const known = new Set(packChapters(pack).chapters.map(({ id }) => id));
  return pack.entries.quotations.map((entry) => {
    const { chapter, book } = entry.fields;
    if (chapter !== undefined || book === undefined || !known.has(book)) return entry;
    return { ...entry, fields: { ...entry.fields, chapter: book } };
  });
}
