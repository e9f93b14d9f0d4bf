import { slug } from '../entries/entry.ts';
import { chapterNumber } from './chapter-number.ts';
import type { PackChapters } from './source-text.ts';
import { titleIn } from './title-in.ts';

/**
 * Finds the pack's chapter whose title or id a heading is, and gives its id. “STAVE ONE: MARLEY'S GHOST” is the title “Marley's
 * Ghost” and the id `stave-1`.
 */
export function chapterTitled(heading: string, { chapters, words = [] }: PackChapters): string | undefined {
  const named = chapters.find(({ id, title }) => [slug(title), id].includes(slug(heading)));
  if (named) return named.id;
  const title = slug(titleIn(heading));
  const labelled = chapters.find((chapter) => slug(chapter.title) === title);
  if (labelled) return labelled.id;
  for (const word of words) {
    const found = new RegExp(`^${word}\\b`, 'i').test(heading) ? chapterNumber(heading, [word]) : undefined;
    const numbered = chapters.find(({ id }) => found?.form === 'named' && id === `${word}-${found.number}`);
    if (numbered) return numbered.id;
  }
  return undefined;
}
