import type { Index } from '../../blocks/block.ts';
import type { Mark, Page } from '../../pages/page.ts';

/**
 * For each term of an index, the pages on which any of its words stands, as they are printed: `3, 5–7`.
 * Furniture does not count, nor do headings of the index itself, if `until` leaves its pages out.
 * @param from the first page, from 0, that is looked at: what comes before, such as a table of contents, only names them
 * @param until the first page after those
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

/** The content of a page as one line of text: what stands in different places of the structure is never one word. */
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

/** Page numbers, with neighbours joined. */
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
