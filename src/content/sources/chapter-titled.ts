import { slug } from '../entries/entry.ts';
import type { PackChapters } from './source-text.ts';

/** The id of the pack's chapter that a heading of a text is the title of, or whose id it is. */
export const chapterTitled = (heading: string, { chapters }: PackChapters): string | undefined =>
  chapters.find(({ id, title }) => [slug(title), id].includes(slug(heading)))?.id;
