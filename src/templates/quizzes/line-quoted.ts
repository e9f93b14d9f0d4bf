import type { EntryOf } from '../../content/entries/entry.ts';
import { onOneLine } from '../../content/entries/on-one-line.ts';
import { paragraphs } from '../../content/entries/paragraphs.ts';
import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';

/** The words of a quotation on one line. */
export const lineQuoted = ({ body }: EntryOf<'quotations'>): string => onOneLine(paragraphs(body)[0]!.text);

/** Words between the quotation marks of the pack’s language. */
export const quoted = (text: string, words: Words): string =>
  `${say(words, 'quote-open')}${text}${say(words, 'quote-close')}`;
