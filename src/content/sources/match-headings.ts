import { countInWords } from '../../diagnostics/count-in-words.ts';
import { slug } from '../entries/entry.ts';
import { romanOrDigits } from '../entries/roman-or-digits.ts';
import { chapterTitled } from './chapter-titled.ts';
import type { PackChapters } from './source-text.ts';

/** A heading of a text with a chapter below it. */
interface ChapterHeading {
  readonly title: string;
  readonly number?: number;
  /** The number of the act, part, book or volume that it is in, if the text says so. */
  readonly division?: number;
}

/** The id of each heading's chapter. `unmatched` says why these cannot be relied on, if so. */
interface MatchedHeadings {
  readonly ids: readonly string[];
  readonly unmatched?: string;
}

/**
 * Finds the pack's chapter for each heading of a text: by its title, by its number, by the numbers of act and scene, or by
 * its position where there are equally many and nothing contradicts it.
 */
export function matchHeadings(heads: readonly ChapterHeading[], pack: PackChapters): MatchedHeadings {
  const { chapters } = pack;
  const isNumbered = heads.every(({ number }) => number !== undefined);
  // Without numbers, headings can only be counted.
  const restarts = heads.some(
    ({ number = 0 }, index) => index > 0 && number <= (heads[index - 1]!.number ?? 0),
  );
  const titled = heads.map(({ title }) => chapterTitled(title, pack));
  const numbers = heads.map(({ number, title }, index) =>
    restarts ? String(index + 1) : number === undefined ? slug(title) : String(number),
  );
  if (chapters.length === 0) return { ids: numbers };
  const byWord = byWordAndNumber(heads, titled, pack);
  if (byWord) return { ids: byWord, ...problem(!isUnique(byWord), 'the same number occurs twice') };
  const inDivisions = byDivision(heads, pack);
  if (inDivisions)
    return { ids: inDivisions, ...problem(!isUnique(inDivisions), 'the same number occurs twice') };
  if (isNumbered && !restarts) {
    const ids = numbers.map((number, index) => titled[index] ?? number);
    const isKnown = ids.some((id) => chapters.some((chapter) => chapter.id === id));
    const { division = 1, number = 1 } = heads[0] ?? {};
    const isLate = division > 1 && number === 1;
    return {
      ids,
      ...problem(!isKnown, `its ${pack.unit} numbers do not match the pack’s`),
      ...problem(isLate && isKnown, `its numbers start at 1 in part or act ${division}`),
      ...problem(!isUnique(ids), 'the same number occurs twice'),
    };
  }
  if (titled.every((id) => id !== undefined) && isUnique(titled)) {
    // Text below a title that was not found would count towards the chapter before; ids were put there on purpose.
    const isSure =
      titled.length === chapters.length || heads.every(({ title }, index) => slug(title) === titled[index]);
    return { ids: titled, ...problem(!isSure, 'only some of the pack’s titles were found') };
  }
  const ids = heads.map((_, index) => chapters[index]?.id ?? String(index + 1));
  if (heads.length !== chapters.length)
    return {
      ids,
      unmatched: `its numbers start again, and it has ${countInWords(heads.length, 'heading')} but the pack has ${countInWords(chapters.length, 'chapter')}`,
    };
  return { ids, ...problem(!canBeCounted(heads, titled, pack), 'its headings differ from the pack’s') };
}

const problem = (isOne: boolean, unmatched: string) => (isOne ? { unmatched } : {});

const isUnique = (ids: readonly string[]) => new Set(ids).size === ids.length;

/** Reads the numbers of act and scene in an id: `1-5`, `act-1-scene-5`, `i-v`. */
function pairIn(id: string): readonly [number, number] | undefined {
  const found = /^(?:\p{L}+-)??(\d{1,3}|[ivxlc]+)-(?:\p{L}+-)?(\d{1,3}|[ivxlc]+)$/u.exec(id);
  const [first, second] = [found?.[1], found?.[2]].map((word) => romanOrDigits(word?.toUpperCase() ?? ''));
  return first === undefined || second === undefined ? undefined : [first, second];
}

/** Matches by act and scene, if every chapter of the pack has both in its id and every heading gives both. */
function byDivision(heads: readonly ChapterHeading[], { chapters }: PackChapters): string[] | undefined {
  const pairs = chapters.map(({ id }) => pairIn(id));
  if (pairs.includes(undefined)) return undefined;
  const ids = heads.map(({ division, number }) => {
    if (division === undefined || number === undefined) return undefined;
    const index = pairs.findIndex((pair) => pair![0] === division && pair![1] === number);
    return chapters[index]?.id ?? `${division}-${number}`;
  });
  return ids.every((id) => id !== undefined) ? ids : undefined;
}

/**
 * Matches by word and number, if ids of the pack have words (`letter-4`) and every heading is one of them or has a number of
 * its own: letters may come before chapters that begin at 1 again.
 */
function byWordAndNumber(
  heads: readonly ChapterHeading[],
  titled: readonly (string | undefined)[],
  { chapters, words = [] }: PackChapters,
): string[] | undefined {
  if (words.length === 0 || !titled.some((id) => id !== undefined)) return undefined;
  const ids = heads.map(({ title, number }, index) => {
    if (titled[index] !== undefined) return titled[index];
    const word = words.find((one) => new RegExp(`^${one}\\b`, 'i').test(title));
    return number === undefined ? undefined : word === undefined ? String(number) : `${word}-${number}`;
  });
  const isSure =
    ids.every((id) => id !== undefined) && ids.some((id) => chapters.some((one) => one.id === id));
  return isSure ? ids : undefined;
}

/** Whether headings, equally many as the pack's chapters, may be matched in order: nothing known may contradict it. */
function canBeCounted(
  heads: readonly ChapterHeading[],
  titled: readonly (string | undefined)[],
  { chapters }: PackChapters,
): boolean {
  if (titled.some((id, index) => id !== undefined && id !== chapters[index]!.id)) return false;
  if (chapters.every(({ id }) => /^\d+$/.test(id)))
    return chapters.every(({ id }, index) => id === String(index + 1));
  const pairs = chapters.map(({ id }) => pairIn(id));
  // Names do not show their order, unless some of them are titles in the text as well.
  if (pairs.includes(undefined)) return titled.some((id) => id !== undefined);
  return pairs.every(
    (pair, index) =>
      heads[index]!.number === pair![1] &&
      (index === 0 ||
        (pair![0] !== pairs[index - 1]![0]) === heads[index]!.number! <= heads[index - 1]!.number!),
  );
}
