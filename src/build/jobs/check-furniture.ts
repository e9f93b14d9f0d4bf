import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';

/**
 * Warns if a document is not in English, since the words that the program adds are always English.
 * @param at the place where the language is named
 * @param words some of the words that are added, as they are printed
 */
export function checkFurniture(lang: string, at: Place, words: string, report: Report): void {
  if (lang === 'en' || lang.startsWith('en-')) return;
  report.add(
    'furniture-english',
    at,
    `The words that the program adds (${words}) are in English, but the language here is “${lang}”.`,
    'Your own text is printed as you wrote it. Do not change the language, because hyphenation and screen readers need it.',
  );
}
