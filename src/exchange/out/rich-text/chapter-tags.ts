import { chapterName } from '../../../content/entries/chapter-name.ts';
import type { PackOut } from '../pack-out.ts';

/** The names of chapters as tags: `chapter 6`. */
export const chapterTags = (ids: readonly string[], { pack, words }: PackOut): string[] =>
  ids.map((id) => chapterName(id, pack.entries, words).full.replaceAll('\u00A0', ' '));
