import type { Index } from '../../blocks/block.ts';
import { fitsPattern } from '../../diagnostics/collections/fits-pattern.ts';
import type { Laid, StructureNode } from '../../pages/laid.ts';
import type { Mark, Page } from '../../pages/page.ts';

/** Pages that mention a term, one or several in a row. */
export interface Mention {
  /** The first of them, counted from 0. */
  readonly page: number;
  /** As printed: `3`, `5–7`. */
  readonly label: string;
  /** Whether the term has a heading of its own there. */
  readonly main: boolean;
}

/** A term with more pages than this is listed only with those that say most about it. */
const MOST_PAGES = 6;
/** Longer names are mentioned nowhere, and too long for a pattern. */
const LONGEST_TERM = 500;

/**
 * Finds the pages that mention any of the words of each index term. Of many pages, those with a heading of its own count, and
 * then those that mention it most often.
 * Furniture, tables of contents and the index itself do not count.
 * @param from the first page that counts: 1 if there is a cover
 */
export function findMentions(
  { pages, outline, structure }: Pick<Laid, 'pages' | 'outline' | 'structure'>,
  terms: Index['terms'],
  from = 0,
): Map<string, readonly Mention[]> {
  const listed = new Set(slotsOfLists(structure, false));
  const texts = pages.map(({ marks }) => contentOf(marks, listed));
  const soughtOf = new Map(
    terms.map((term) => [term, term.words.filter((word) => isMentionable(word) && fitsPattern(word))]),
  );
  const pagesWith = wordIndex(texts, [...soughtOf.values()].flat());
  const titlesWith = wordIndex(
    outline.map(({ title }) => title),
    [...soughtOf.values()].flat(),
  );
  return new Map(
    terms.map((term) => {
      const { name } = term;
      const sought = soughtOf.get(term)!;
      const headed = new Set(
        [...titlesWith(sought)].flatMap(([index, words]) => {
          const { title, page } = outline[index]!;
          return countOf(words, title) > 0 ? [page] : [];
        }),
      );
      const found = [...pagesWith(sought)]
        .map(([page, words]) => ({ page, count: countOf(words, texts[page]!), main: headed.has(page) }))
        .filter(({ page, count }) => page >= from && count > 0)
        .sort((one, other) => one.page - other.page);
      const kept = [...found]
        .sort((a, b) => Number(b.main) - Number(a.main) || b.count - a.count || a.page - b.page)
        .slice(0, MOST_PAGES);
      return [
        name,
        ranges(
          found.filter((one) => kept.includes(one)),
          pages,
        ),
      ];
    }),
  );
}

/** Counts how often any of some words is in a text, with neither a letter nor a digit before or after it. */
function countOf(words: readonly string[], text: string): number {
  const [word] = words;
  if (words.length === 1 && word !== undefined && !/\s/.test(word)) return countOfOne(word, text);
  const pattern = `(?<![\\p{L}\\p{N}])(?:${words.map(escaped).join('|')})(?![\\p{L}\\p{N}])`;
  return text.match(new RegExp(pattern, 'gu'))?.length ?? 0;
}

/** Does the same for a single word without spaces, which takes a hundredth of the time that it takes to make its pattern. */
function countOfOne(word: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; ) {
    const end = at + word.length;
    const isWhole =
      !ENDS_IN_LETTER.test(text.slice(Math.max(0, at - 2), at)) && !LETTER.test(text.slice(end, end + 2));
    if (isWhole) count++;
    at = text.indexOf(word, isWhole ? end : at + 1);
  }
  return count;
}

const ENDS_IN_LETTER = /[\p{L}\p{N}]$/u;
const LETTER = /^[\p{L}\p{N}]/u;

/**
 * Gives a function that finds the texts, by their places, that may have one of some words in them, each with those words: it has
 * their first stretch of letters and digits. A book has hundreds of pages, and an index thousands of words.
 * @param words all words that will be looked for
 */
function wordIndex(texts: readonly string[], words: readonly string[]) {
  const places = new Map(words.map((word): [string, number[]] => [firstStretch(word), []]));
  texts.forEach((text, place) => {
    for (const stretch of new Set(text.match(STRETCH))) places.get(stretch)?.push(place);
  });
  const all = [...texts.keys()];
  return (sought: readonly string[]): Map<number, string[]> => {
    const found = new Map<number, string[]>();
    for (const word of sought) {
      const stretch = firstStretch(word);
      // A sign by itself may be anywhere.
      for (const place of stretch === '' ? all : places.get(stretch)!) {
        const known = found.get(place);
        if (known) known.push(word);
        else found.set(place, [word]);
      }
    }
    return found;
  };
}

const STRETCH = /[\p{L}\p{N}]+/gu;
const firstStretch = (word: string): string => word.match(STRETCH)?.[0] ?? '';

/** Gives the slots of all tables of contents and of the index. */
const slotsOfLists = ({ role, children }: StructureNode, inside: boolean): number[] =>
  children.flatMap((child) => {
    const listed = inside || role === 'TOC' || role === 'Index';
    return 'slot' in child ? (listed ? [child.slot] : []) : slotsOfLists(child, listed);
  });

/** Gives the content of a page as one line of text. Texts in different structure slots are separate words. */
function contentOf(marks: readonly Mark[], left: ReadonlySet<number>): string {
  let text = '';
  let before: number | undefined;
  for (const mark of marks) {
    if (mark.kind === 'group') text += ` ${contentOf(mark.marks, left)} `;
    if (mark.kind !== 'text' || !('slot' in mark.structureRef) || left.has(mark.structureRef.slot)) continue;
    text +=
      (mark.structureRef.slot === before ? '' : ' ') +
      mark.text.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
    before = mark.structureRef.slot;
  }
  return withSingleSpaces(text);
}

const withSingleSpaces = (text: string) => text.replace(/\s+/g, ' ');

const isMentionable = (word: string) => word.length <= LONGEST_TERM;

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

/** Joins consecutive pages, but main ones only with main ones. Two in a row stay two. */
function ranges(
  found: readonly { readonly page: number; readonly main: boolean }[],
  pages: readonly Page[],
): Mention[] {
  const runs: { from: number; to: number; main: boolean }[] = [];
  for (const { page, main } of found) {
    const last = runs.at(-1);
    if (last?.to === page - 1 && last.main === main) last.to = page;
    else runs.push({ from: page, to: page, main });
  }
  const label = (page: number) => pages[page]!.label;
  return runs.flatMap(({ from, to, main }): Mention[] => {
    const one = (page: number) => ({ page, label: label(page), main });
    if (to - from < 2) return from === to ? [one(from)] : [one(from), one(to)];
    return [{ page: from, label: `${label(from)}–${label(to)}`, main }];
  });
}
