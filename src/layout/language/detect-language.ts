import { guessLanguage, languageSigns, proseOf } from './guess-language.ts';

/** The language of a text, as far as it can be told. */
export interface DetectedLanguage {
  /** A language code; English if it is not clear. */
  readonly lang: string;
  /** Whether the text shows it; if not, it may be too short. */
  readonly certainty: 'clear' | 'few-words' | 'unclear';
}

/** Fewer words may be names and headings. */
const FEWEST_WORDS = 40;
const FEWEST_DIFFERENT = 8;

/**
 * With so many of the commonest words of English, and hardly any of others, a text is English: a list of words, for
 * instance.
 */
const ENGLISH_SHARE = 0.08;

/** With so many words that are common in other languages and not in English, a short text is hardly English. */
const FOREIGN_SHARE = 0.2;

/** A letter that no word of English has, but for a few borrowed ones. */
const FOREIGN_LETTER = /[^\P{L}A-Za-z]/u;

/** The languages of a text’s parts are asked for, since the library reads the beginning of a text only. */
const PARTS = 5;
const PART_LENGTH = 350;

/**
 * Finds the language of a Markdown file that does not say it. Common words decide quickly in the languages that the program
 * prints; for others, a library is loaded, which takes more than a tenth of a second.
 */
export async function detectLanguage(markdown: string): Promise<DetectedLanguage> {
  const prose = proseOf(markdown);
  const signs = languageSigns(prose);
  const [most] = signs.shares.keys();
  const looksEnglish = most === 'en' && signs.shares.get('en')! >= ENGLISH_SHARE;
  if (looksEnglish || signs.words === 0) return { lang: 'en', certainty: 'clear' };
  if (signs.words < FEWEST_WORDS || signs.different < FEWEST_DIFFERENT) {
    const isForeign = signs.foreign >= FOREIGN_SHARE || FOREIGN_LETTER.test(prose);
    return { lang: 'en', certainty: isForeign ? 'few-words' : 'clear' };
  }
  const lang = guessLanguage(signs) ?? (await languageByLetters(prose));
  return lang === undefined ? { lang: 'en', certainty: 'unclear' } : { lang, certainty: 'clear' };
}

/** The language of most parts of a text, by its sequences of letters; undefined if no part is clear. */
async function languageByLetters(prose: string): Promise<string | undefined> {
  const { default: eld } = await import('eld/extrasmall');
  const step = Math.max(PART_LENGTH, Math.floor(prose.length / PARTS));
  const votes = new Map<string, number>();
  for (let from = 0; from < prose.length; from += step) {
    const found = eld.detect(prose.slice(from, from + PART_LENGTH));
    if (found.isReliable()) votes.set(found.language, (votes.get(found.language) ?? 0) + 1);
  }
  return [...votes].sort(([, a], [, b]) => b - a)[0]?.[0];
}
