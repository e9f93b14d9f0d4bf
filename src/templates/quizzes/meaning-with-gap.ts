import { wordFormsPattern } from '../../words/word-forms-pattern.ts';

/** A meaning with a gap in place of the word and its forms. */
export function meaningWithGap(meaning: string, word: string): string {
  // Each meaning is asked for each word, and hardly any has it: making a pattern takes far longer than looking.
  const [first = ''] = word.split(/[\s\p{Pd}]+/u);
  return meaning.toLowerCase().includes(first.toLowerCase())
    ? meaning.replace(wordFormsPattern(word), '…')
    : meaning;
}
