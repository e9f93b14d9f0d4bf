import { anchorOf } from '../../blocks/heading-names.ts';
import type { Mark, Page } from '../../pages/page.ts';

/**
 * Turns links to headings of the document (`#key-moments`) into links to destinations.
 * @param destinations the destination of each heading, by the name that links use
 */
export const resolveLinks = (pages: readonly Page[], destinations: ReadonlyMap<string, string>): Page[] =>
  pages.map((page) => ({ ...page, marks: page.marks.map((mark) => resolved(mark, destinations)) }));

function resolved(mark: Mark, destinations: ReadonlyMap<string, string>): Mark {
  if (mark.kind === 'group')
    return { ...mark, marks: mark.marks.map((inner) => resolved(inner, destinations)) };
  if (mark.kind !== 'link' || !('url' in mark.target)) return mark;
  const destination = destinations.get(anchorOf(mark.target.url) ?? '');
  return destination === undefined ? mark : { ...mark, target: { destination } };
}
