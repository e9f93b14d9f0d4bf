import { fitsPattern } from '../diagnostics/collections/fits-pattern.ts';

/** Nothing fits it. */
const NOTHING = /(?!)/g;

/** Finds a word and its forms with up to two letters more. */
export function wordFormsPattern(word: string): RegExp {
  if (!fitsPattern(word)) return NOTHING;
  const parts = partsOf(word);
  return new RegExp(`(?<!\\p{L})${parts.join('[\\s\\p{Pd}]+')}\\p{L}{0,2}(?!\\p{L})`, 'giu');
}

/** The parts of a word that may have other spaces or dashes between them, escaped. */
const partsOf = (word: string): string[] =>
  word.split(/[\s\p{Pd}]+/u).map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));

/** What is left of a meaning without its word has at least as many letters, or it says nothing. */
const FEWEST_LETTERS = 4;

/** Whether a meaning says more than the word itself, as that of a word borrowed from another language may not. */
export function saysMore(meaning: string, word: string): boolean {
  // Most meanings don't have the word in them, and a pattern without classes of letters is made in a hundredth of the time.
  if (!fitsPattern(word) || !new RegExp(partsOf(word)[0]!, 'iu').test(meaning)) return true;
  const rest = meaning.replace(wordFormsPattern(word), '');
  return rest === meaning || (rest.match(/\p{L}/gu)?.length ?? 0) >= FEWEST_LETTERS;
}
