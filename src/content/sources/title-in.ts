import { chapterNumber } from './chapter-number.ts';

/**
 * Finds the title in a heading that has a word and a number before it, whatever the word is: “Marley's Ghost” in “Stave I:
 * Marley's Ghost”. Other headings are titles as a whole.
 */
export function titleIn(heading: string): string {
  const [, label, word, title] = /^\s*((\p{L}+)\s+[\p{L}\d-]+)\s*[.:,–—-]\s*(\S.*)$/u.exec(heading) ?? [];
  return title !== undefined && chapterNumber(label!, [word!]) !== undefined ? title : heading;
}
