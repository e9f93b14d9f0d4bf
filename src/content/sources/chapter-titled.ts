import { slug } from '../entries/entry.ts';
import type { PackChapters } from './source-text.ts';

/** Finds the pack's chapter whose title or id a heading is, and gives its id. */
export const chapterTitled = (heading: string, { chapters }: PackChapters): string | undefined =>
  chapters.find(({ id, title }) => [slug(title), id].includes(slug(heading)))?.id;
