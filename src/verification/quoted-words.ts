import { paragraphs } from '../content/check-quotations.ts';
import type { Entry } from '../content/entry.ts';
import { prepareText, splitWords, type Word } from '../content/split-words.ts';

/** A word of a quotation, and what may stand before it in the book that the quotation leaves out. */
export interface QuotedWord extends Word {
  /** `tag`: it begins a part, after a speech tag. `elision`: […] stands before it. */
  readonly gap?: 'tag' | 'elision';
  /** Whether the quotation itself closes one speech and opens another right before it. */
  readonly opens?: true;
}

/** The words of a quotation in order. Dots at its ends only say that the sentence goes on. */
export function quotedWords({ body }: Entry): QuotedWord[] {
  return paragraphs(body).flatMap(({ text }, part) =>
    text.split(/\[\s*(?:…|\.\s?\.\s?\.)\s*\]/).flatMap((piece, index) => {
      const prepared = prepareText(piece);
      return splitWords(prepared).map((word, order): QuotedWord => {
        if (order > 0) return OPENS.test(prepared.slice(0, word.at)) ? { ...word, opens: true } : word;
        if (part === 0 && index === 0) return word;
        return { ...word, gap: index > 0 || endsInElision(body.text, text) ? 'elision' : 'tag' };
      });
    }),
  );
}

/** The end of what stands before a word that opens a speech after another is closed. */
const OPENS = /[”’"'»“]\s+[“‘"'«„»]$/;

/** Whether […] stands alone before a part, or at the end of the one before it. */
function endsInElision(whole: string, part: string): boolean {
  const tidy = whole.replace(/\s+/g, ' ');
  return /\[\s*(?:…|\.\s?\.\s?\.)\s*\]\s*$/.test(tidy.slice(0, tidy.indexOf(part.replace(/\s+/g, ' '))));
}
