import type { Paragraph } from '../../../blocks/block.ts';
import { linesOfText } from '../../../blocks/lines-of-text.ts';
import { tag } from './markup.ts';
import { pageInlines } from './page-inlines.ts';
import type { WebPageContext } from './web-page-context.ts';

/** A paragraph, with what is at the end of its last line. */
export function pageParagraph(paragraph: Paragraph, context: WebPageContext): string {
  const { lang, look, align, centred, verse, preformatted, open, quiet, tail } = paragraph;
  const classes = [
    ...(look === 'body' ? [] : [look]),
    ...(centred || align === 'centre' ? ['centre'] : align === 'right' ? ['right'] : []),
    ...(verse ? ['verse'] : []),
    ...(open ? ['open'] : []),
    ...(quiet ? ['quiet'] : []),
  ].join(' ');
  const attributes = {
    ...(classes && { class: classes }),
    ...(lang !== undefined && { lang, 'xml:lang': lang }),
  };
  const text = verse && context.lines ? verseText(paragraph, context) : pageInlines(paragraph.text, context);
  const end = tail ? ` ${tag('span', { class: 'tail' }, pageInlines(tail, context))}` : '';
  if (text.trim() === '' && end === '') return '';
  return preformatted ? tag('pre', attributes, text + end) : tag('p', attributes, text + end);
}

/** Lines of verse, every fifth with its number, which is not read out. */
function verseText({ text, uncounted = [] }: Paragraph, context: WebPageContext): string {
  const { every, next } = context.lines!;
  return linesOfText(text)
    .map((line, index) => {
      const words = pageInlines(line, context);
      if (uncounted.includes(index)) return words;
      const number = next();
      return number % every === 0
        ? words + tag('span', { class: 'number', 'aria-hidden': 'true' }, String(number))
        : words;
    })
    .join(tag('br'));
}
