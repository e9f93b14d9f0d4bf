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
 */
export function findMentions(
  { pages, outline, structure }: Pick<Laid, 'pages' | 'outline' | 'structure'>,
  terms: Index['terms'],
): Map<string, readonly Mention[]> {
  const listed = new Set(slotsOfLists(structure, false));
  const texts = pages.map(({ marks }) => contentOf(marks, listed));
  const titles = outline.map(({ title, page }) => ({ title, page, text: withSingleSpaces(title) }));
  return new Map(
    terms.map(({ name, words }) => {
      const sought = words.filter((word) => isMentionable(word) && fitsPattern(word));
      const source = `(?<![\\p{L}\\p{N}])(?:${sought.map(escaped).join('|') || '(?!)'})(?![\\p{L}\\p{N}])`;
      const [first, every] = [new RegExp(source, 'u'), new RegExp(source, 'gu')];
      // Most pages have none of the words, whatever is beside them, and that is found sooner.
      const plain = sought.map(withSingleSpaces);
      const mayMention = (text: string) => plain.some((word) => text.includes(word));
      const headed = new Set(
        titles.filter(({ title, text }) => mayMention(text) && first.test(title)).map(({ page }) => page),
      );
      const found = texts.flatMap((text, page) => {
        const count = mayMention(text) ? (text.match(every)?.length ?? 0) : 0;
        return count > 0 ? [{ page, count, main: headed.has(page) }] : [];
      });
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
