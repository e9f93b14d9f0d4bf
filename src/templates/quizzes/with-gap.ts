import { wordFormsPattern } from '../../words/word-forms-pattern.ts';

/** A meaning with a gap in place of the word and its forms. */
export const withGap = (meaning: string, word: string): string =>
  meaning.replace(wordFormsPattern(word), '…');
