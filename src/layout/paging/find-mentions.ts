import type { Index } from '../../blocks/block.ts';
import type { Mark, Page } from '../../pages/page.ts';

/**
 * Finds the pages that mention any of the words of each index term, as printed: `3, 5–7`.
 * Furniture does not count, nor does the index itself, if `until` leaves out its pages.
 * @param from the first page to search, counted from 0, after those, such as a table of contents, that only list the terms
 * @param until the first page not to search
 */
export function findMentions(
  pages: readonly Page[],
  terms: Index['terms'],
  from: number,
  until: number,
): Map<string, string> {
  const texts = pages.slice(0, until).map((page, index) => (index < from ? '' : contentOf(page.marks)));
  return new Map(
    terms.map(({ name, words }) => {
      const pattern = new RegExp(
        `(?<![\\p{L}\\p{N}])(?:${words.map(escaped).join('|')})(?![\\p{L}\\p{N}])`,
        'u',
      );
      const found = texts.flatMap((text, index) => (pattern.test(text) ? [index] : []));
      return [name, ranges(found, pages)];
    }),
  );
}

/** Gives the content of a page as one line of text. Texts in different structure slots are separate words. */
function contentOf(marks: readonly Mark[]): string {
  let text = '';
  let before: number | undefined;
  for (const mark of marks) {
    if (mark.kind === 'group') text += ` ${contentOf(mark.marks)} `;
    if (mark.kind !== 'text' || !('slot' in mark.structureRef)) continue;
    text +=
      (mark.structureRef.slot === before ? '' : ' ') +
      mark.text.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
    before = mark.structureRef.slot;
  }
  return text.replace(/\s+/g, ' ');
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

/** Writes page numbers, with consecutive ones joined. */
function ranges(found: readonly number[], pages: readonly Page[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const page of found) {
    const last = runs.at(-1);
    if (last?.to === page - 1) last.to = page;
    else runs.push({ from: page, to: page });
  }
  const label = (page: number) => pages[page]!.label;
  return runs
    .map(({ from, to }) =>
      from === to
        ? label(from)
        : to === from + 1
          ? `${label(from)}, ${label(to)}`
          : `${label(from)}–${label(to)}`,
    )
    .join(', ');
}
