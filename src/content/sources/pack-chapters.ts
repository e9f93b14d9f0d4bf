import type { Pack } from '../entries/entry.ts';
import type { PackChapters } from './source-text.ts';

/** What a pack says of the chapters of its book. */
export function packChapters(pack: Pack): PackChapters {
  return {
    chapters: (pack.entries['chapters'] ?? []).map(({ id, fields }) => ({
      id,
      title: String(fields['title']),
    })),
    unit: String(pack.entries['book']?.[0]?.fields['unit'] ?? 'chapter'),
  };
}
