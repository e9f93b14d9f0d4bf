import type { Pack } from '../entries/entry.ts';
import type { PackChapters } from './source-text.ts';

/** Gives the chapters of a pack's book and the word for them. */
export function packChapters(pack: Pack): PackChapters {
  return {
    chapters: pack.entries.chapters.map(({ id, fields }) => ({ id, title: fields.title })),
    unit: pack.entries.book[0]?.fields.unit ?? 'chapter',
  };
}
