import type { Entry, Passage } from '../../content/entries/entry.ts';
import { escapeMarkdown } from '../../content/entries/escape-markdown.ts';
import { paragraphs } from '../../content/entries/paragraphs.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';

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

/** The end of a sentence, with what closes it. */
const SENTENCE_END = /[.!?…][”’"')\]]*(?=\s+[\p{Lu}\p{N}“‘"'(*_])/gu;
/** Marks of Markdown that come in pairs, and quotation marks that open: a sentence is not cut between two of them. */
const isWhole = (text: string): boolean =>
  (text.match(/[*_`]/g) ?? []).length % 2 === 0 &&
  (text.match(/“/g) ?? []).length === (text.match(/”/g) ?? []).length &&
  (text.match(/\[/g) ?? []).length === (text.match(/\]/g) ?? []).length;
/** What ends in a full stop without ending a sentence: initials, and a few short forms. */
const SHORT_FORM = /(?:^|[\s(])(?:\p{Lu}|[Cc]h|[Cc]f|[Ee]d|[Nn]o|[Ss]t|[Mm]rs?|[Dd]r|vs|p|pp|bzw|Nr|z|B)\.$/u;

/** Gives the first sentence of a paragraph of Markdown; all of it if it has no other. */
export const firstSentence = (paragraph: Passage): Passage => sentencesWithin(paragraph, 0) ?? paragraph;

/**
 * Gives the sentences at the beginning of a paragraph that some letters hold, or its first sentence if that is longer;
 * undefined if it has only one sentence, and that is longer.
 */
export function sentencesWithin({ text, at }: Passage, letters: number): Passage | undefined {
  if (text.length <= letters) return { text, at };
  let found: string | undefined;
  for (const match of text.matchAll(SENTENCE_END)) {
    const sentences = text.slice(0, match.index + match[0].length);
    if (found !== undefined && sentences.length > letters) break;
    if (!SHORT_FORM.test(sentences) && isWhole(sentences)) found = sentences;
  }
  return found === undefined ? undefined : { text: found, at };
}
