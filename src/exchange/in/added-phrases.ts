import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';

/** What an import adds in the words of the pack, where a source says nothing and an entry has to say something. */
type AddedPhrase =
  | 'import-true-or-false'
  | 'import-fill-gaps'
  | 'import-look'
  | 'import-no-answer'
  | 'import-notes';

const MARKED = /\uE110([a-z-]+)\uE111/g;

/** Stands for a phrase until the language of the pack is known. Nobody writes these characters. */
export const addedPhrase = (phrase: AddedPhrase): string => `\uE110${phrase}\uE111`;

/** Writes the phrases in a text in the language of a pack. */
export const withPhrases = (text: string, words: Words): string =>
  text.replace(MARKED, (_, phrase: AddedPhrase) => say(words, phrase));
