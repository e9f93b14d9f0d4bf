import { ownValue } from '../diagnostics/collections/own-value.ts';
import type { PHRASES, PhraseKey } from './phrases.ts';
import type { PluralForms, Words } from './words.ts';

/** The values that a phrase needs: none for a phrase without any. */
type ValuesOf<Key extends PhraseKey> = (typeof PHRASES)[Key][number] extends never
  ? []
  : [
      values: {
        readonly [Name in (typeof PHRASES)[Key][number]]: Name extends 'count' ? number : string | number;
      },
    ];

/** Gives a phrase with its values. A count chooses the plural form, and is put into it in digits or in words. */
export function say<const Key extends PhraseKey>(words: Words, key: Key, ...given: ValuesOf<Key>): string {
  const values = (given[0] ?? {}) as Readonly<Record<string, string | number>>;
  return phraseParts(words, key, values)
    .map((part) => (part.kind === 'text' ? part.text : String(part.value)))
    .join('');
}

/** A part of a phrase: its own words, or a value in it. */
type PhrasePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly value: unknown };

/** Gives a phrase as a list of its own words and the values between them, which may be anything. */
export function phraseParts(
  words: Words,
  key: PhraseKey,
  values: Readonly<Record<string, unknown>>,
): PhrasePart[] {
  const count = Number(values['count']);
  const known = { ...values, 'count-in-words': words.lists.numbers[count] ?? count };
  return textFor(words, key, count)
    .split(/\{([a-z-]+)\}/)
    .flatMap((part, index): PhrasePart[] => {
      if (index % 2 === 1) return [{ kind: 'value', value: ownValue<unknown>(known, part) ?? `{${part}}` }];
      return part === '' ? [] : [{ kind: 'text', text: part }];
    });
}

/** Gives a phrase with the names of its values in braces, as page furniture has them: `Page {page} of {pages}`. */
export const phraseText = (words: Words, key: PhraseKey): string => textFor(words, key, 0);

/** All forms of a phrase, with the names of its values in braces. */
export function phraseForms(words: Words, key: PhraseKey): string[] {
  const phrase = words.phrases[key];
  return typeof phrase === 'string' ? [phrase] : Object.values(phrase);
}

/** All phrases of a language, in all their forms. */
export const allPhrases = (words: Words): string[] =>
  Object.keys(words.phrases).flatMap((key) => phraseForms(words, key as PhraseKey));

function textFor(words: Words, key: PhraseKey, count: number): string {
  const phrase = words.phrases[key];
  if (typeof phrase === 'string') return phrase;
  return phrase[pluralRules(words.lang).select(count)] ?? lastForm(phrase);
}

/** The form for everything that has none of its own. */
const lastForm = (forms: PluralForms): string => forms.other ?? Object.values(forms).at(-1) ?? '';

const known = new Map<string, Intl.PluralRules>();

/** The plural rules of a language. For whole numbers they are the same in every version of Node. */
export function pluralRules(lang: string): Intl.PluralRules {
  const rules = known.get(lang) ?? new Intl.PluralRules(lang);
  known.set(lang, rules);
  return rules;
}
