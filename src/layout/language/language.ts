import LineBreaker from 'linebreak';
import { type Hyphenate, readHyphenation } from './hyphenation.ts';

/** The language-specific rules that layout needs. */
export interface Language {
  /** Offsets in a word where it may be hyphenated; none if it must stay whole. */
  hyphenate(word: string): readonly number[];
  /** Offsets in a text where a line may begin (UAX #14), without the end of the text. */
  breaks(text: string): readonly number[];
}

/** The patterns for a language tag, and the fewest letters before and after a hyphen. */
const PATTERNS = new Map(
  Object.entries({
    en: { file: 'en-gb', before: 2, after: 3 },
    'en-us': { file: 'en-us', before: 2, after: 3 },
    de: { file: 'de-1996', before: 2, after: 2 },
    fr: { file: 'fr', before: 2, after: 3 },
    es: { file: 'es', before: 2, after: 2 },
    it: { file: 'it', before: 2, after: 2 },
    nl: { file: 'nl', before: 2, after: 2 },
    pt: { file: 'pt', before: 2, after: 3 },
    pl: { file: 'pl', before: 2, after: 2 },
    cy: { file: 'cy', before: 2, after: 3 },
  }),
);

/** The most words whose hyphens are kept: each part of a word is one while somebody types it. */
const MOST_WORDS = 50_000;

/** Shorter words are never hyphenated. */
const SHORTEST_WORD = 6;

/**
 * Creates a language from its tag (`en-GB`, `de`). Patterns are loaded for the first word that may be hyphenated; a
 * language without patterns hyphenates nothing.
 */
export function createLanguage(tag: string): Language {
  const lowerTag = tag.toLowerCase();
  const rule = PATTERNS.get(lowerTag) ?? PATTERNS.get(lowerTag.split('-')[0]!);
  const cached = new Map<string, readonly number[]>();
  let hyphenate: Hyphenate | undefined;
  // German hyphenates nouns, which have capitals. Elsewhere a capital means a name, and names stay whole.
  const hyphenatable = lowerTag.startsWith('de') ? /^\p{L}\p{Ll}+$/u : /^\p{Ll}+$/u;

  const points = (word: string): readonly number[] => {
    if (!rule || word.length < SHORTEST_WORD || !hyphenatable.test(word)) return [];
    hyphenate ??= readHyphenation(rule.file);
    return hyphenate(word).filter((offset) => offset >= rule.before && offset <= word.length - rule.after);
  };

  return {
    hyphenate(word) {
      let offsets = cached.get(word);
      if (!offsets) {
        offsets = points(word);
        if (cached.size >= MOST_WORDS) cached.clear();
        cached.set(word, offsets);
      }
      return offsets;
    },
    breaks(text) {
      // The library forbids a break between ” and (, as earlier versions of the rules did.
      const between = [...text.matchAll(/[”’»] (?=[([“‘«])/g)].map(({ index }) => index + 2);
      const offsets: number[] = [];
      const breaker = new LineBreaker(text);
      for (let found = breaker.nextBreak(); found; found = breaker.nextBreak())
        if (found.position < text.length) offsets.push(found.position);
      return between.length === 0 ? offsets : [...new Set([...offsets, ...between])].sort((a, b) => a - b);
    },
  };
}
