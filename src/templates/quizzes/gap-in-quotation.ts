import type { EntryOf } from '../../content/entries/entry.ts';
import type { Words } from '../../words/words.ts';
import { BLANK } from './blank.ts';
import { lineQuoted, quoted } from './line-quoted.ts';
import type { QuizQuestion } from './quiz-text.ts';

/** A gap is a word with as many letters. */
const LONG_WORD = 5;

/** Asks for a word of a quotation: the one to zoom in on, or else its longest. Undefined if none can be left out. */
export function gapInQuotation(
  quotation: EntryOf<'quotations'>,
  words: Words,
): Pick<QuizQuestion, 'stem' | 'answer'> | undefined {
  const line = lineQuoted(quotation);
  const { zoom } = quotation.fields;
  const long = [...line.matchAll(/(?<![\p{L}’'-])\p{Ll}+(?![\p{L}’'-])/gu)]
    .map(([word]) => word)
    .filter((word) => word.length >= LONG_WORD)
    .toSorted((a, b) => b.length - a.length);
  const word = zoom !== undefined && line.includes(zoom) ? zoom : long[0];
  // A word that comes twice would be given away.
  if (word === undefined || line.split(word).length !== 2) return undefined;
  const { at } = quotation.body;
  return { stem: { text: quoted(line.replace(word, BLANK), words), at }, answer: { text: word, at } };
}
