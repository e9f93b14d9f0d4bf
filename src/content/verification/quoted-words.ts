import { prepareText, splitWords, type Word } from '../checks/split-words.ts';
import type { Entry, Passage } from '../entries/entry.ts';
import { paragraphs } from '../entries/paragraphs.ts';

/** A word of a quotation, and what may stand before it in the book that the quotation leaves out. */
export interface QuotedWord extends Word {
  /** `tag`: it begins a paragraph, and a speech tag may stand before it. `elision`: […] stands before it. */
  readonly gap?: 'tag' | 'elision';
  /** Whether the quotation itself closes one speech and opens another right before it. */
  readonly opens?: true;
}

/** The words of a quotation in order. Dots at its ends only say that the sentence goes on. */
export function quotedWords({ body }: Entry): QuotedWord[] {
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

/** The end of what stands before a word that opens a speech after another is closed. */
const OPENS = /[”’"'»“]\s+[“‘"'«„»]$/;

/** Whether a paragraph is […] alone, or ends with it. */
const endsInElision = (part: Passage | undefined) =>
  part !== undefined && /\[\s*(?:…|\.\s?\.\s?\.)\s*\]\s*$/.test(part.text);
