import { ownValue } from '../diagnostics/collections/own-value.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { Report } from '../diagnostics/report.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { CheckedYaml } from '../diagnostics/yaml/checked-yaml.ts';
import { isPhraseKey, PHRASES, WORD_LISTS } from './phrases.ts';
import { pluralRules } from './say.ts';
import type { SomeWords } from './words.ts';

/** The plural forms of all languages, in the order in which Unicode lists them. */
const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
/** Counts up to this number have every plural form that whole numbers have in any language. */
const ENOUGH = 200;

/** A file of words, and how to report what is wrong in it. */
interface Checked {
  readonly lang: string;
  fault(code: 'field-malformed' | 'field-unknown', path: string, message: string, hint?: string): void;
}

/**
 * Checks a file of words: it has keys of the program only; each phrase has exactly the values that the program puts
 * into it, and each plural the forms of its language.
 * @returns the words; undefined, after diagnostics, if anything is wrong
 */
export function checkWords(
  lang: string,
  { value, places }: CheckedYaml<Readonly<Record<string, unknown>>>,
  start: Place,
  report: Report,
): SomeWords | undefined {
  let isRight = true;
  // A list or a set of forms has no place of its own: its first entry has.
  const placeOf = (path: string) =>
    ownValue(places, path) ??
    Object.entries(places).find(([known]) => known.startsWith(`${path}.`))?.[1] ??
    start;
  const checked: Checked = {
    lang,
    fault(code, path, message, hint) {
      isRight = false;
      report.add(code, placeOf(path), message, hint);
    },
  };
  for (const [key, given] of Object.entries(value)) {
    const length = ownValue<number>(WORD_LISTS, key);
    if (isPhraseKey(key)) checkPhrase(key, given, PHRASES[key], checked);
    else if (length !== undefined) checkList(key, given, length, checked);
    else
      checked.fault(
        'field-unknown',
        key,
        `There is no phrase “${key}”.`,
        suggest(key, [...Object.keys(PHRASES), ...Object.keys(WORD_LISTS)]) ??
          'All phrases are in templates/words/en-GB.yaml.',
      );
  }
  return isRight ? (value as SomeWords) : undefined;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function checkList(key: string, given: unknown, length: number, { fault }: Checked): void {
  if (Array.isArray(given) && given.length === length && given.every(isText)) return;
  fault(
    'field-malformed',
    key,
    `“${key}”: expected a list of ${length} words.`,
    'Write them in brackets: [one, two].',
  );
}

function checkPhrase(key: string, given: unknown, names: readonly string[], checked: Checked): void {
  const isCounted = names.includes('count');
  const expected = isCounted ? 'text, or a text for each plural form' : 'text';
  if (isText(given)) checkValues(key, given, names, names, checked);
  else if (isCounted && isForms(given)) checkForms(key, given, names, checked);
  else checked.fault('field-malformed', key, `“${key}”: expected ${expected}.`, valuesHint(names));
}

const isForms = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function checkForms(
  key: string,
  forms: Readonly<Record<string, unknown>>,
  names: readonly string[],
  checked: Checked,
): void {
  const { lang, fault } = checked;
  const needed = pluralFormsOf(lang);
  const general = needed.at(-1);
  const missing = needed.filter((form) => !isText(ownValue(forms, form)));
  if (missing.length > 0)
    fault(
      'field-malformed',
      key,
      `“${key}” has no form for ${missing.map((form) => `“${form}”`).join(' and ')}, which ${lang} needs.`,
      `The forms of this language are ${needed.join(', ')}. If all are the same, write one text without forms.`,
    );
  for (const [form, text] of Object.entries(forms)) {
    const path = `${key}.${form}`;
    if (!needed.includes(form) && form !== 'other')
      fault(
        'field-unknown',
        path,
        `The language ${lang} has no plural form “${form}”, so this would never be printed.`,
        `Its forms are ${needed.join(', ')}.`,
      );
    // “Tick one box”: a form for few numbers may say them without a value.
    const said = form === general ? names : names.filter((name) => name !== 'count');
    if (isText(text)) checkValues(path, text, said, names, checked);
  }
}

/** @param needed the values that have to be there @param allowed those that may be */
function checkValues(
  path: string,
  text: string,
  needed: readonly string[],
  allowed: readonly string[],
  { fault }: Checked,
): void {
  const given = [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]!);
  const names = given.map((name) => (name === 'count-in-words' ? 'count' : name));
  const stray = given.find((_, index) => !allowed.includes(names[index]!));
  if (stray !== undefined)
    fault(
      'field-malformed',
      path,
      `“${path}” contains {${stray}}, which the program does not put into it.`,
      valuesHint(allowed),
    );
  const absent = needed.find((name) => !names.includes(name));
  if (absent !== undefined)
    fault('field-malformed', path, `“${path}” lacks {${absent}}.`, valuesHint(allowed));
}

const valuesHint = (names: readonly string[]): string =>
  names.length === 0
    ? 'Write it without braces.'
    : `Put ${names.map((name) => `{${name}}`).join(', ')} where the language needs it, spelt as here.`;

/** The plural forms that whole numbers have in a language. */
function pluralFormsOf(lang: string): string[] {
  const used = new Set(Array.from({ length: ENOUGH }, (_, count) => pluralRules(lang).select(count)));
  return FORMS.filter((form) => used.has(form));
}
