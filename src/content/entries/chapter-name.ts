import { englishUnit, unitInWords } from '../../words/unit-words.ts';
import type { Words } from '../../words/words.ts';
import type { EntryOf, Pack } from './entry.ts';
import { slug } from './entry.ts';
import { romanOrDigits } from './roman-or-digits.ts';

/** The entries that say how places are named. */
export type PlaceEntries = Pick<Pack['entries'], 'book' | 'books' | 'chapters' | 'characters' | 'people'>;
/** A book that quotations are from: the only one of a pack, or one of several. */
export type Work = EntryOf<'book'> | EntryOf<'books'>;

/** How a chapter is named in print. */
interface ChapterName {
  /** `chapter 6`, `Act 1, scene 7`, `Ozymandias`. */
  readonly full: string;
  /** For a narrow column: `6`, `1.7`, `Ozymandias`. */
  readonly short: string;
}

/** What contains a unit, where the book does not say. */
const DIVISIONS: ReadonlyMap<string, string> = new Map([
  ['scene', 'act'],
  ['chapter', 'part'],
  ['canto', 'book'],
  ['stanza', 'canto'],
  ['letter', 'volume'],
]);

/** Units that are known by their titles, whatever their numbers. */
const TITLED = ['poem', 'story', 'tale', 'song', 'essay'];

/** Words that ids such as `letter-4` and `act-1-scene-7` may be made of. */
const UNIT =
  '(act|scene|part|book|volume|canto|stave|chapter|letter|stanza|section|page|poem|sonnet|prologue|epilogue|entry)';
const NUMBER = '(\\d{1,3}|[clxvi]+)';
const WRITTEN_PAIR = new RegExp(`^${UNIT}-${NUMBER}-${UNIT}-${NUMBER}$`);
const WRITTEN = new RegExp(`^${UNIT}-${NUMBER}$`);
const PAIR = new RegExp(`^${NUMBER}-${NUMBER}$`);

const numberOf = (word: string): string => String(romanOrDigits(word.toUpperCase()) ?? word);

/**
 * Gives the name of a chapter by its id, its title and the words that its book has for its divisions.
 * @param words those of its language; without them, names are as the book and the id have them
 */
export function chapterName(id: string, entries: PlaceEntries, words?: Words): ChapterName {
  const chapter = entries.chapters.find((one) => one.id === id);
  const title = chapter?.fields.title ?? id;
  const work = workOf(chapter?.fields.book, entries);
  const inWords = (name: string) => (words ? unitInWords(name, words) : name);
  const written = work?.fields.unit ?? 'chapter';
  const known = words ? englishUnit(written, words) : written.toLowerCase();
  const unit = inWords(written);
  if (chapter && TITLED.includes(known)) return { full: title, short: title };
  if (/^\d+$/.test(id)) return { full: `${unit}\u00A0${id}`, short: id };
  const [, division, first, inner, second] = WRITTEN_PAIR.exec(id) ?? [];
  if (division !== undefined) return pairName(inWords(division), first!, inWords(inner!), second!);
  const [, outer, last] = PAIR.exec(id) ?? [];
  if (outer !== undefined) {
    const container = work?.fields.division ?? DIVISIONS.get(known);
    const short = `${numberOf(outer)}.${numberOf(last!)}`;
    return container === undefined
      ? { full: `${unit}\u00A0${short}`, short }
      : pairName(inWords(container), outer, unit, last!);
  }
  const [, word, number] = WRITTEN.exec(id) ?? [];
  if (word !== undefined && slug(title) !== id)
    return { full: `${inWords(word)}\u00A0${numberOf(number!)}`, short: numberOf(number!) };
  return { full: title, short: title };
}

/** The numbers of a chapter whose id has words: `1-7` of `act-i-scene-7`, `2` of `stave-2`. */
export function numbersOfChapter(id: string): string | undefined {
  const [, , outer, , inner] = WRITTEN_PAIR.exec(id) ?? [];
  if (outer !== undefined) return `${numberOf(outer)}-${numberOf(inner!)}`;
  const [, , number] = WRITTEN.exec(id) ?? [];
  return number === undefined ? undefined : numberOf(number);
}

/** Whether a heading is no more than the number of a chapter: `3`, `1.7`, `IV`, `Stave 2`, `Act 1, scene 7`. */
export function isNumberOfChapter(heading: string): boolean {
  const id = slug(heading);
  return (
    id === '' ||
    /^\d+(?:-\d+)*$/.test(id) ||
    romanOrDigits(heading.replace(/\.$/, '')) !== undefined ||
    numbersOfChapter(id) !== undefined
  );
}

const pairName = (outer: string, first: string, inner: string, second: string): ChapterName => ({
  full: `${capitalised(outer)}\u00A0${numberOf(first)}, ${inner}\u00A0${numberOf(second)}`,
  short: `${numberOf(first)}.${numberOf(second)}`,
});

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The book that an entry names, or the only one. */
export const workOf = (id: string | undefined, { book, books }: PlaceEntries): Work | undefined =>
  id === undefined ? book[0] : books.find((one) => one.id === id);

/** The words that ids such as `stave-1` begin with, each once. Ids of acts and scenes have their words elsewhere. */
export const idWords = (ids: readonly string[]): string[] => [
  ...new Set(ids.flatMap((id) => WRITTEN.exec(id)?.[1] ?? [])),
];
