import { ownValue } from '../diagnostics/collections/own-value.ts';
import type { PhraseKey } from './phrases.ts';
import { say } from './say.ts';
import type { Words } from './words.ts';

/** What the places of books are called, by their English names: the phrases for one of them, and for more than one. */
const UNITS = {
  act: ['unit-act', 'units-act'],
  scene: ['unit-scene', 'units-scene'],
  part: ['unit-part', 'units-part'],
  book: ['unit-book', 'units-book'],
  volume: ['unit-volume', 'units-volume'],
  canto: ['unit-canto', 'units-canto'],
  chapter: ['chapter', 'units-chapter'],
  letter: ['unit-letter', 'units-letter'],
  stanza: ['unit-stanza', 'units-stanza'],
  stave: ['unit-stave', 'units-stave'],
  section: ['unit-section', 'units-section'],
  page: ['unit-page', 'units-page'],
  poem: ['unit-poem', 'units-poem'],
  sonnet: ['unit-sonnet', 'units-sonnet'],
  prologue: ['unit-prologue', 'units-prologue'],
  epilogue: ['unit-epilogue', 'units-epilogue'],
  entry: ['unit-entry', 'units-entry'],
} as const satisfies Readonly<Record<string, readonly [PhraseKey, PhraseKey]>>;

const phrasesOf = (name: string) => ownValue<(typeof UNITS)[keyof typeof UNITS]>(UNITS, name);

/**
 * The English name of what an author calls a place of a book, in English or in the language of the pack: `scene` for Szene.
 * A name that is in no file of words is its own.
 */
export function englishUnit(written: string, words: Words): string {
  const name = written.toLowerCase();
  if (phrasesOf(name)) return name;
  const found = Object.entries(UNITS).find(([, [one]]) => say(words, one).toLowerCase() === name);
  return found?.[0] ?? name;
}

/** What a place of a book is called in the language of the pack. A name that is in no file of words stays as it is written. */
export function unitInWords(written: string, words: Words): string {
  const phrases = phrasesOf(englishUnit(written, words));
  return phrases ? say(words, phrases[0]) : written;
}

/** More than one of them: `scenes`, `cantos`. A name that is in no file of words gets the usual ending of the language. */
export function unitsInWords(written: string, words: Words): string {
  const phrases = phrasesOf(englishUnit(written, words));
  return phrases ? say(words, phrases[1]) : say(words, 'units', { unit: written });
}

/** Those that a part of a book may be. */
const PARTS = ['act', 'part', 'book', 'volume', 'canto'];

/** Whether a title begins with the name of a part, such as Act 1 or Akt 1. */
export function beginsWithPart(title: string, words: Words): boolean {
  const first = /^\p{L}+/u.exec(title)?.[0];
  return first !== undefined && PARTS.includes(englishUnit(first, words));
}
