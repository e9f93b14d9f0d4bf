import { createRequire } from 'node:module';
import LineBreaker from 'linebreak';

/** What layout may ask of a language. */
export interface Language {
  /** Offsets in a word at which a hyphen may part it; none for a word that is not to be parted. */
  hyphenate(word: string): readonly number[];
  /** Offsets in a text before which a line may begin, by UAX #14; its end is not one of them. */
  breaks(text: string): readonly number[];
}

type Hyphenator = (text: string) => string;

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
  }),
);

/** Words of fewer letters are never parted. */
const SHORTEST = 6;
const MARK = '\u00AD';

/**
 * A language by its tag (`en-GB`, `de`). Patterns are loaded when the first word is asked for; a language without
 * patterns parts no words.
 */
export function createLanguage(tag: string): Language {
  const wanted = tag.toLowerCase();
  const rule = PATTERNS.get(wanted) ?? PATTERNS.get(wanted.split('-')[0]!);
  const known = new Map<string, readonly number[]>();
  let hyphenator: Hyphenator | undefined;
  // German parts nouns, which have capitals; elsewhere a capital is a name, and names stay whole.
  const partable = wanted.startsWith('de') ? /^\p{L}\p{Ll}+$/u : /^\p{Ll}+$/u;

  const points = (word: string): readonly number[] => {
    if (!rule || word.length < SHORTEST || !partable.test(word)) return [];
    hyphenator ??= loadHyphenator(rule.file);
    return offsetsOf(hyphenator(word)).filter(
      (offset) => offset >= rule.before && offset <= word.length - rule.after,
    );
  };

  return {
    hyphenate(word) {
      let offsets = known.get(word);
      if (!offsets) {
        offsets = points(word);
        known.set(word, offsets);
      }
      return offsets;
    },
    breaks(text) {
      // The library forbids a break between ” and (, as earlier versions of the rules did.
      const offsets = new Set([...text.matchAll(/[”’»] (?=[([“‘«])/g)].map(({ index }) => index + 2));
      const breaker = new LineBreaker(text);
      for (let found = breaker.nextBreak(); found; found = breaker.nextBreak())
        if (found.position < text.length) offsets.add(found.position);
      return [...offsets].sort((a, b) => a - b);
    },
  };
}

function loadHyphenator(file: string): Hyphenator {
  const require = createRequire(import.meta.url);
  const create = require('hyphen') as (patterns: unknown, options: object) => Hyphenator;
  return create(require(`hyphen/patterns/${file}.js`), { hyphenChar: MARK, minWordLength: SHORTEST });
}

function offsetsOf(marked: string): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const character of marked) {
    if (character === MARK) offsets.push(at);
    else at += character.length;
  }
  return offsets;
}
