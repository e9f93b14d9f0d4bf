import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { Report } from '../../../diagnostics/report.ts';
import { readWords, type WordsFile, type WordsOfPack } from '../../../words/read-words.ts';
import type { Words } from '../../../words/words.ts';

/** How many keys of missing words a message names. */
const MOST_NAMED = 5;

/**
 * Finds the words that the program prints in a language, and warns if there are none, or not all.
 * @param sets files of words: those of a pack, if there is one, and last those of the program
 * @param at the place where the language is named
 * @param examples some of the words that are then printed in English
 * @param pack the pack that the words are for, if they are for one
 */
export function findWords(
  lang: string,
  sets: readonly (readonly WordsFile[])[],
  at: Place,
  examples: string,
  report: Report,
  pack?: WordsOfPack,
): Words | undefined {
  const found = readWords(lang, sets, report, pack);
  if (!found) return undefined;
  const { words, english, known } = found;
  if (english.length === 0) return words;
  const [language] = lang.split('-');
  if (known)
    report.add(
      'furniture-english',
      at,
      `${english.length} of the words that the program adds are in English, because no file of words has them in “${lang}”.`,
      `Add them to templates/words/${language}.yaml: ${english.slice(0, MOST_NAMED).join(', ')}${english.length > MOST_NAMED ? ' …' : ''}`,
    );
  else
    report.add(
      'furniture-english',
      at,
      `The words that the program adds (${examples}) are in English, but the language here is “${lang}”.`,
      'Your own text is printed as you wrote it. Do not change the language, because hyphenation and screen readers need it. To translate the words, see docs/authoring/languages.md.',
    );
  return words;
}
