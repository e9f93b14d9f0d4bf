import { prepareText, splitWords, type Word } from '../checks/split-words.ts';
import type { EntryOf, Passage } from '../entries/entry.ts';
import { paragraphs } from '../entries/paragraphs.ts';

/** A word of a quotation, and what the quotation may leave out before it. */
export interface QuotedWord extends Word {
  /** `tag`: it begins a paragraph, so the book may have a speech tag before it. `elision`: […] comes before it. */
  readonly gap?: 'tag' | 'elision';
  /** Whether the quotation itself closes one speech and opens another just before it. */
  readonly opens?: true;
}

/** Gives the words of a quotation in order. Dots at its ends only mean that the sentence goes on. */
export function quotedWords({ body }: EntryOf<'quotations'>): QuotedWord[] {
  return paragraphs(body).flatMap(({ text }, part, parts) =>
    text.split(/\[\s*(?:…|\.\s?\.\s?\.)\s*\]/).flatMap((piece, index) => {
      const prepared = prepareText(piece);
      return splitWords(prepared).map((word, order): QuotedWord => {
        if (order > 0) return OPENS.test(prepared.slice(0, word.at)) ? { ...word, opens: true } : word;
        if (part === 0 && index === 0) return word;
        return { ...word, gap: index > 0 || endsInElision(parts[part - 1]) ? 'elision' : 'tag' };
      });
    }),
  );
}

/** Matches, at the end of the text before a word, marks that close one speech and open another. */
const OPENS = /[”’"'»“]\s+[“‘"'«„»]$/;

/** Whether a paragraph is […] alone, or ends with it. */
const endsInElision = (part: Passage | undefined) =>
  part !== undefined && /\[\s*(?:…|\.\s?\.\s?\.)\s*\]\s*$/.test(part.text);
