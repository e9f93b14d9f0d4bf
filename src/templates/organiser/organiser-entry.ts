import type { Entry, Passage } from '../../content/entries/entry.ts';
import { escapeMarkdown } from '../../content/entries/escape-markdown.ts';
import { paragraphs } from '../../content/entries/paragraphs.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import { firstSentence, sentenceEnds } from '../../words/sentence-ends.ts';

/** One entry of a box, as templates see it: what is left out is null. */
export interface OrganiserEntry {
  /** The id of the entry of the pack that it is from. */
  readonly id: string;
  readonly term: Passage | null;
  /** A paragraph of Markdown. */
  readonly text: Passage | null;
  /** The words of a quotation, in paragraphs. */
  readonly words: readonly Passage[];
  /** A word of theirs to look at closely. */
  readonly zoom: string | null;
  /** Who says the words, and where. */
  readonly after: string | null;
  readonly lang: string | null;
}

export const organiserEntry = (id: string, parts: Partial<OrganiserEntry>): OrganiserEntry => ({
  id,
  term: null,
  text: null,
  words: [],
  zoom: null,
  after: null,
  lang: null,
  ...parts,
});

/** The name of an entry, where it was written. */
export const nameIn = (entry: Entry): Passage => ({
  text: entry.name,
  at: ownValue(entry.places, 'name') ?? ownValue(entry.places, 'title') ?? entry.at,
});

/** The text of a field, where it was written; undefined if it has none. */
export function fieldIn(entry: Entry, field: string): Passage | undefined {
  const value = ownValue<unknown>(entry.fields as Record<string, unknown>, field);
  return typeof value === 'string'
    ? { text: value, at: ownValue(entry.places, field) ?? entry.at }
    : undefined;
}

/** Plain text as Markdown. */
export const escaped = ({ text, at }: Passage): Passage => ({ text: escapeMarkdown(text), at });

/** What only makes sense where it was written, and is not repeated: notes, and HTML. */
const ELSEWHERE = /\[\^|<[a-z/!]/i;

/**
 * The paragraphs of a passage that are running text: no headings, tables, pictures, lists or fences, and nothing with notes
 * or HTML in it. Links are only their words.
 */
export const proseIn = (passage: Passage): Passage[] =>
  paragraphs(passage).flatMap(({ text, at }) =>
    /^(?:#|\||!\[|[-*+] |\d+[.)] |~~~|```|>|:)/.test(text) || ELSEWHERE.test(text)
      ? []
      : { text: withoutLinks(text), at },
  );

/** Markdown that may be repeated elsewhere, with links as their words; undefined if it may not. */
export const repeatable = ({ text, at }: Passage): Passage | undefined =>
  ELSEWHERE.test(text) ? undefined : { text: withoutLinks(text), at };

const withoutLinks = (text: string): string => text.replace(/(?<!!)\[([^\]]*)\]\([^)]*\)/g, '$1');

/** A paragraph of Markdown with only its first sentence. */
export const inOneSentence = ({ text, at }: Passage): Passage => ({ text: firstSentence(text), at });

/**
 * Gives the sentences at the beginning of a paragraph that some letters hold, or its first sentence if that is longer;
 * undefined if it has only one sentence, and that is longer.
 */
export function sentencesWithin({ text, at }: Passage, letters: number): Passage | undefined {
  if (text.length <= letters) return { text, at };
  let found: string | undefined;
  for (const end of sentenceEnds(text)) {
    if (found !== undefined && end > letters) break;
    found = text.slice(0, end);
  }
  return found === undefined ? undefined : { text: found, at };
}
