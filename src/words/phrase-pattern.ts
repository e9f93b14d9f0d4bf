import type { PhraseKey } from './phrases.ts';
import { phraseForms } from './say.ts';
import type { Words } from './words.ts';

/**
 * Gives the source of a regular expression that recognises a phrase in a finished file, in any of its forms: any space for a
 * space, and a group for each value (digits for a count).
 */
export function phrasePattern(words: Words, key: PhraseKey): string {
  const forms = phraseForms(words, key).map((form) =>
    form
      .split(/\{([a-z-]+)\}/)
      .map((part, index) => (index % 2 === 0 ? literal(part) : part === 'count' ? '(\\d+)' : '(.+?)'))
      .join(''),
  );
  // The longest first: “marks” begins with “mark”.
  return `(?:${forms.sort((a, b) => b.length - a.length).join('|')})`;
}

/** The first value that a match of phrase patterns found. */
export const firstValue = (match: RegExpMatchArray | null): string | undefined =>
  match?.slice(1).find((group) => group !== undefined);

const literal = (text: string): string =>
  text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+');
