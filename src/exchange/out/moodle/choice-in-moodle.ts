import { escapeMarkup } from '../xml/escape-markup.ts';

/** Plain words to choose from, as Moodle has them on the right of pairs: it takes signs of HTML in them for HTML, and drops tags. */
export const choiceInMoodle = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim();
  return /<|&[a-z#]/i.test(line) ? escapeMarkup(line) : line;
};
