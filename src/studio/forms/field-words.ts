import { ownValue } from '../../diagnostics/collections/own-value.ts';
import { FORM_WORDS } from '../wording/form-words.ts';

/** Gives what a field or a choice is called: its name in the file, as words. */
export const labelOf = (name: string): string => ownValue(FORM_WORDS.labels, name) ?? inWords(name);

/** Gives a name of the file as words: `last-page` is “Last page”. */
export function inWords(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Gives words as a sentence. */
export function asSentence(words: string): string {
  const text = words.charAt(0).toUpperCase() + words.slice(1);
  return text === '' || /[.!?●]$/.test(text) ? text : `${text}.`;
}
