import type { Block, Definitions, Inline, List, Paragraph, Quote } from '../../../blocks/block.ts';
import { escapeMarkup } from '../xml/escape-markup.ts';
import { inlinesAsHtml, pictureAsHtml } from './inlines-as-html.ts';
import type { PassageContext } from './passage-context.ts';
import { tableAsHtml } from './table-as-html.ts';
import { unwrapped } from './unwrapped.ts';

/** Writes blocks as HTML that other programs can show in a question or on a card: what is said, not how it looks on paper. */
export const blocksAsHtml = (blocks: readonly Block[], writing: PassageContext): string =>
  blocks.map((block) => blockAsHtml(block, writing)).join('');

function blockAsHtml(block: Block, writing: PassageContext): string {
  const inner = (blocks: readonly Block[]) => blocksAsHtml(blocks, writing);
  switch (block.kind) {
    case 'heading':
      return `<p><strong>${inline(block.text, writing)}</strong></p>`;
    case 'paragraph':
      return paragraphAsHtml(block, writing);
    case 'list':
      return listAsHtml(block, writing);
    case 'definitions':
      return definitionsAsHtml(block, writing);
    case 'quote':
      return quoteAsHtml(block, writing);
    case 'table':
      return tableAsHtml(block, inner);
    case 'columns':
      return block.columns.map(({ blocks }) => inner(blocks)).join('');
    case 'figure':
      return `<p>${pictureAsHtml(block, writing)}</p>${block.caption ? paragraph(block.caption, writing) : ''}`;
    case 'board':
      return inner([
        ...(block.title ? [block.title] : []),
        ...(block.note ? [block.note] : []),
        ...(block.beside ?? []),
        ...block.boxes.flatMap(({ title, blocks }) => [title, ...blocks]),
      ]);
    case 'square-grid':
      writing.lose('a puzzle, of which only the description is left');
      return described(block.alt);
    case 'diagram':
      writing.lose('the drawing of a diagram, whose lines are in a table instead');
      return described(block.alt) + inner([block.key]);
    case 'drawing':
      writing.lose('a drawing, of which only the description and the words are left');
      return described(block.alt) + block.texts.map(({ text }) => paragraph(text, writing)).join('');
    case 'numbered-lines':
      writing.lose('the numbers of lines');
      return inner(block.blocks);
    case 'box':
    case 'turned':
    case 'aside':
    case 'group':
      return inner(block.blocks);
    case 'rule':
      return '<hr/>';
    case 'contents':
    case 'index':
      writing.lose('a list of pages');
      return '';
    case 'space':
    case 'answer-space':
    case 'column-break':
    case 'page-break':
      return '';
  }
}

const inline = (text: readonly Inline[], writing: PassageContext): string =>
  inlinesAsHtml(text, writing, (blocks) => blocksAsHtml(blocks, writing));

const paragraph = (text: readonly Inline[], writing: PassageContext): string =>
  `<p>${inline(text, writing)}</p>`;

const described = (alt: string): string => (alt === '' ? '' : `<p>[${escapeMarkup(alt)}]</p>`);

function paragraphAsHtml({ text, tail, lang, preformatted }: Paragraph, writing: PassageContext): string {
  const words = [inline(text, writing), ...(tail ? [inline(tail, writing)] : [])].join(' ');
  if (preformatted) return `<pre>${words.replaceAll('<br/>', '\n').replace(/<\/?code>/g, '')}</pre>`;
  const attribute = lang === undefined ? '' : ` ${writing.dialect.lang}="${escapeMarkup(lang)}"`;
  return `<p${attribute}>${words}</p>`;
}

/** A list whose labels other programs would not give it becomes paragraphs that begin with them. */
function listAsHtml({ start, labels, tasks, items, tight }: List, writing: PassageContext): string {
  if (labels)
    return items
      .map((blocks, index) => withLabel(labels.texts[index] ?? '', blocksAsHtml(blocks, writing)))
      .join('');
  const written = items.map((blocks, index) => {
    const done = tasks?.[index];
    const box = done === undefined ? '' : done ? '☑' : '☐';
    const html = blocksAsHtml(blocks, writing);
    return `<li>${box === '' ? (tight ? unwrapped(html) : html) : withLabel(box, html)}</li>`;
  });
  const [element, attribute] =
    start === undefined
      ? ['ul', '']
      : ['ol', start === 1 || writing.dialect.isStrict ? '' : ` start="${start}"`];
  if (start !== undefined && start !== 1 && writing.dialect.isStrict)
    writing.lose(`the first number of a list, ${start}`);
  return `<${element}${attribute}>${written.join('')}</${element}>`;
}

const withLabel = (label: string, html: string): string =>
  label === ''
    ? html
    : html.startsWith('<p>')
      ? `<p>${escapeMarkup(label)} ${html.slice('<p>'.length)}`
      : `<p>${escapeMarkup(label)}</p>${html}`;

const definitionsAsHtml = ({ items }: Definitions, writing: PassageContext): string =>
  `<dl>${items
    .map(({ terms, definitions }) =>
      [
        ...terms.map((term) => `<dt>${inline(term, writing)}</dt>`),
        ...definitions.map((blocks) => `<dd>${blocksAsHtml(blocks, writing)}</dd>`),
      ].join(''),
    )
    .join('')}</dl>`;

function quoteAsHtml({ blocks, attribution }: Quote, writing: PassageContext): string {
  const source = attribution ? `<p>— ${inline(attribution, writing)}</p>` : '';
  return `<blockquote>${blocksAsHtml(blocks, writing)}${source}</blockquote>`;
}
