import type { PhraseKey, WORD_LISTS } from './phrases.ts';

/** The plural forms of a phrase, by the categories of Unicode (CLDR). */
export type PluralForms = { readonly [Category in Intl.LDMLPluralRule]?: string };

/** The words that the program prints itself, in one language: plain data. `say` puts them into sentences. */
export interface Words {
  /** The tag of the language: `fr`, `en-GB`. */
  readonly lang: string;
  readonly phrases: Readonly<Record<PhraseKey, string | PluralForms>>;
  readonly lists: Readonly<Record<keyof typeof WORD_LISTS, readonly string[]>>;
}

/** The words of a file that need not have all: those of a region, or what a pack says in its own way. */
export type SomeWords = { readonly [Key in PhraseKey]?: string | PluralForms } & {
  readonly [Key in keyof typeof WORD_LISTS]?: readonly string[];
};
