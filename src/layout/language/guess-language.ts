import { FUNCTION_WORDS } from './function-words.ts';

/** How many words a text has, and how much of it are the commonest words of each language, from 0 to 1. */
export interface LanguageSigns {
  readonly words: number;
  /** How many of them are different. One word that is repeated tells as little as one. */
  readonly different: number;
  readonly shares: ReadonlyMap<string, number>;
  /** How much of it is common in languages other than English, and not in English. Words of one letter tell nothing. */
  readonly foreign: number;
}

/** As much of a text as tells its language. */
const MOST_WORDS = 1500;

/** How much of a file is read: some patterns below take long for many signs that open something and never close it. */
const MOST_READ = 60_000;

/** What is in Markdown, and is in no language: front matter, code, comments, tags, addresses. */
const NOT_TEXT = [
  /^\uFEFF?---\r?\n[\s\S]*?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/,
  /^(`{3,20}|~{3,20})[^\n]*\n[\s\S]*?^\1[ \t]*$/gm,
  /<!--[\s\S]*?-->/g,
  /`[^`\n]*`/g,
  /<\/?[a-z][^>]*>/gi,
  /\]\([^)\n]*\)/g,
  /\b(?:https?:\/\/|www\.)\S+/g,
];

/** A word; or two letters of a script that has no spaces. */
const WORDS = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]{1,2}|[\p{L}\p{M}’']+/gu;

/** The words that a reader sees of a Markdown file. */
export const proseOf = (markdown: string): string =>
  NOT_TEXT.reduce((text, pattern) => text.replace(pattern, ' '), markdown.slice(0, MOST_READ));

/** Counts the commonest words of languages in a text. */
export function languageSigns(prose: string): LanguageSigns {
  const words = (prose.slice(0, MOST_WORDS * 12).match(WORDS) ?? [])
    .slice(0, MOST_WORDS)
    .map((word) => word.toLowerCase().replaceAll("'", '’'));
  const shares = [...FUNCTION_WORDS].map(([tag, common]): [string, number] => [
    tag,
    words.filter((word) => common.has(word)).length / Math.max(1, words.length),
  ]);
  const english = FUNCTION_WORDS.get('en')!;
  const others = [...FUNCTION_WORDS.values()];
  const isForeign = (word: string) =>
    word.length > 1 && !english.has(word) && others.some((common) => common.has(word));
  const foreign = words.filter(isForeign).length / Math.max(1, words.length);
  return {
    words: words.length,
    different: new Set(words).size,
    foreign,
    shares: new Map(shares.sort(([, a], [, b]) => b - a)),
  };
}

/** The least share of a language’s commonest words in a text of it, and how much more than of any other. */
const LEAST_SHARE = 0.18;
const LEAST_LEAD = 1.3;

/** The language whose commonest words a text is full of; undefined if it is none of those that are known, or not clear. */
export function guessLanguage({ shares }: LanguageSigns): string | undefined {
  const [first, second] = [...shares];
  return first && first[1] >= LEAST_SHARE && first[1] >= LEAST_LEAD * (second?.[1] ?? 0)
    ? first[0]
    : undefined;
}
