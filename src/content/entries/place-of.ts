import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';
import { NARRATOR } from '../kinds/narrator.ts';
import { chapterName, type PlaceEntries, type Work, workOf } from './chapter-name.ts';
import type { EntryOf } from './entry.ts';

type Quotation = EntryOf<'quotations'>;

/** The book that a quotation is from: that which it or its chapter names, or the only one of the pack. */
export function workQuoted({ fields }: Quotation, entries: PlaceEntries): Work | undefined {
  const chapter = entries.chapters.find(({ id }) => id === fields.chapter);
  return workOf(fields.book ?? chapter?.fields.book, entries);
}

/** The title of a work of several in a pack. */
export const titleOf = (work: Work): string => work.fields.title ?? work.name;

/**
 * Where the words of a quotation are: `chapter 6`, `Act 1, scene 7, lines 1–3`, `Ozymandias, line 4`. Of several books in a
 * pack it names the one.
 * @returns undefined if the pack does not say
 */
export function placeOf(quotation: Quotation, entries: PlaceEntries, words: Words): string | undefined {
  const { chapter, lines, page, source } = quotation.fields;
  if (source !== undefined) return source;
  const work = workQuoted(quotation, entries);
  const name = chapter === undefined ? undefined : chapterName(chapter, entries, words).full;
  const title = work?.kind === 'books' && titleOf(work) !== name ? titleOf(work) : undefined;
  const parts = [
    ...(title === undefined ? [] : [title]),
    ...(name === undefined ? [] : [name]),
    ...(name === undefined && page !== undefined
      ? [say(words, 'page-number', { page }).replaceAll(' ', '\u00A0')]
      : []),
    ...(lines === undefined ? [] : [linesInWords(lines, words)]),
  ];
  return parts.length > 0 ? parts.join(', ') : undefined;
}

/** `line 4`, `lines 1–3`. */
const linesInWords = (lines: string, words: Words): string =>
  /^\d+$/.test(lines)
    ? say(words, 'line-number', { number: lines })
    : say(words, 'line-numbers', { numbers: lines.replace(/\s*[-–]\s*/, '–') });

/**
 * Who speaks the words of a quotation: a character or person; the narrator, who may be one; or, of several works in a
 * pack, its author.
 * @param narrating says that a character tells the story
 */
export function speakerOf(
  quotation: Quotation,
  entries: PlaceEntries,
  narrating: (name: string) => string,
): string | undefined {
  const { speaker } = quotation.fields;
  const speakers = [...entries.characters, ...entries.people];
  const nameOf = (id: string | undefined) => speakers.find((one) => one.id === id)?.name;
  if (speaker !== NARRATOR) return nameOf(speaker);
  const work = workQuoted(quotation, entries);
  const name = nameOf(work?.fields.narrator);
  if (name !== undefined) return narrating(name);
  return work?.kind === 'books' ? work.fields.author : undefined;
}

/** The edition of the words: `Macbeth, First Folio, 1623`; of several works in a pack, with the author first. */
export function editionOf(work: Work): string {
  const { author, published } = work.fields;
  return [
    ...(work.kind === 'books' ? [author] : []),
    titleOf(work),
    ...(published === undefined ? [] : [published]),
  ].join(', ');
}
