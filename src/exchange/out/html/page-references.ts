import type { Contents, Index } from '../../../blocks/block.ts';
import { plainText } from '../../../blocks/plain-text.ts';
import { listedHeadings } from '../../../layout/strips/blocks/listed-headings.ts';
import { asMarkup, tag } from './markup.ts';
import { pageInlines } from './page-inlines.ts';
import type { WebPageContext } from './web-page-context.ts';

/** A table of contents, which leads to its headings. */
export function pageContents(contents: Contents, context: WebPageContext): string {
  const listed = listedHeadings(contents, context.headingContext);
  const items = listed.map(({ heading, depth }) => {
    const text = heading.text.filter((one) => one.kind !== 'note');
    return tag(
      'li',
      { class: `depth${depth}` },
      tag('a', { href: context.linkTo(heading) }, pageInlines(text, context)),
    );
  });
  return items.length === 0 ? '' : tag('ul', { class: 'contents', role: 'list' }, items.join('\n'));
}

/** An index, whose terms lead to the sections that have them: there are no pages to name. */
export function pageIndex(index: Index, context: WebPageContext): string {
  if (index.terms.length === 0) return '';
  context.lose({
    what: 'the page numbers of the index: it names sections',
    text: '',
    at: index.at,
  });
  const items = index.terms.map(({ name, words }) => {
    const links = context
      .mentions(words)
      .map((heading) => tag('a', { href: context.linkTo(heading) }, asMarkup(plainText(heading.text))));
    return tag('li', {}, asMarkup(name) + (links.length > 0 ? `: ${links.join(', ')}` : ''));
  });
  return tag('ul', { class: 'index', role: 'list' }, items.join('\n'));
}
