import { ownValue } from '../diagnostics/collections/own-value.ts';
import type { PhraseKey } from './phrases.ts';
import type { SomeWords } from './words.ts';

type Replacements = Readonly<Partial<Record<PhraseKey, PhraseKey>>>;

/** The phrases that speak of a book, each with the one that says the same where there is none. */
const WITHOUT_BOOK: Replacements = {
  'title-reading-guide': 'title-study-guide',
  'good-answer-literature': 'good-answer',
  'full-sentences-literature': 'full-sentences',
  paraphrase: 'paraphrase-without-book',
  unverified: 'unverified-without-book',
  'not-in-book': 'not-in-source',
  'often-quoted-lead': 'often-quoted-lead-without-book',
  'often-quoted-key-lead': 'often-quoted-key-lead-without-book',
  'check-find': 'check-find-without-book',
  'check-source': 'check-source-without-book',
  'check-place': 'check-place-without-book',
  'not-checked-lead': 'not-checked-lead-without-book',
  'a-reading-guide': 'a-study-guide',
  'not-compared': 'not-compared-without-book',
  themes: 'topics',
  'ways-of-reading': 'a-closer-look',
  'questions-readers-ask': 'questions-and-answers',
  'reading-schedule': 'plan-of-work',
};

/** Characters outside books are people, unless the pack has entries for people besides. */
const PEOPLE: Replacements = {
  'title-character-cards': 'title-who-cards',
  characters: 'people',
  'minor-characters': 'other-people',
};

/** What a pack holds, as far as words depend on it. */
export interface PackHolds {
  readonly book: boolean;
  readonly people: boolean;
}

/** Gives words in which phrases that speak of a book are replaced, if the pack has none. */
export function wordsForPack(words: SomeWords, { book, people }: PackHolds): SomeWords {
  if (book) return words;
  const replaced = Object.entries({ ...WITHOUT_BOOK, ...(people ? {} : PEOPLE) }).flatMap(([key, other]) => {
    const phrase = ownValue<unknown>(words as Record<string, unknown>, other);
    return phrase === undefined ? [] : [[key, phrase] as const];
  });
  return { ...words, ...Object.fromEntries(replaced) };
}

/** The keys of phrases that only packs with a book print. */
export const BOOK_PHRASES = Object.keys(WITHOUT_BOOK) as readonly PhraseKey[];
