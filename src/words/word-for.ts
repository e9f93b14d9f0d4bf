import { isPhraseKey } from './phrases.ts';
import { phraseText } from './say.ts';
import type { Words } from './words.ts';

/**
 * Gives the word for one of a set of names: for `output` and `key` the phrase `output-key`. A name that the program
 * does not know, such as the output of a template that a school wrote, is its own word.
 */
export function wordFor(words: Words, set: 'output' | 'from' | 'verdict', name: string): string {
  const key = `${set}-${name.replaceAll(' ', '-')}`;
  return isPhraseKey(key) ? phraseText(words, key) : name;
}
