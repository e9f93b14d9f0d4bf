import { createLanguage, type Language } from './language.ts';

const known = new Map<string, Language>();

/**
 * Gives the language of a tag: the same one each time, so that packs and documents share the words that it has hyphenated
 * and what was set in it.
 */
export function findLanguage(tag: string): Language {
  let language = known.get(tag);
  if (!language) {
    language = createLanguage(tag);
    known.set(tag, language);
  }
  return language;
}
