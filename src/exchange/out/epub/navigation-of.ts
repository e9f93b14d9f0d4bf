import { say } from '../../../words/say.ts';
import { asMarkup, tag } from '../html/markup.ts';
import type { ProductOut } from '../product-out.ts';

/** A heading that the table of contents of a book lists. */
interface Listed {
  readonly text: string;
  readonly level: number;
  readonly link: string;
}

/** The table of contents of a book, with subheadings below headings. */
export function navigationOf(headings: readonly Listed[], { words, title }: ProductOut): string {
  const tops: { item: Listed; below: Listed[] }[] = [];
  for (const item of headings) {
    const last = tops.at(-1);
    if (item.level > 1 && last) last.below.push(item);
    else tops.push({ item, below: [] });
  }
  const link = ({ text, link: href }: Listed) => tag('a', { href }, asMarkup(text));
  const list = (items: readonly string[]) => tag('ol', {}, items.map((one) => tag('li', {}, one)).join('\n'));
  const listed = tops.map(({ item, below }) => link(item) + (below.length > 0 ? list(below.map(link)) : ''));
  const shown = listed.length > 0 ? listed : [tag('a', { href: 'chapter1.xhtml' }, asMarkup(title))];
  return tag(
    'nav',
    { 'epub:type': 'toc', role: 'doc-toc', 'aria-labelledby': 'contents' },
    tag('h1', { id: 'contents' }, asMarkup(say(words, 'contents'))) + list(shown),
  );
}
