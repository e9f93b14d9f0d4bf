import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { append } from '../../../diagnostics/collections/append.ts';
import { largest } from '../../../diagnostics/collections/largest.ts';
import { blocksInLine } from './blocks-in-line.ts';
import { fencedCode } from './fenced-code.ts';
import { inlineHtml } from './inline-html.ts';
import { onePlainLine } from './plain-markdown.ts';
import { shallowHtml } from './shallow-html.ts';
import type { RichTextTools, TextBlock } from './text-block.ts';
import { writeBlocks } from './write-blocks.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements that are blocks of their own; all others are part of a line. */
const BLOCKS = new Set(
  'address article aside blockquote caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** Elements nested deeper than this hold nothing that anybody wrote. */
const DEEPEST = 200;

/** Reads HTML as it is in a field of a question: a few paragraphs, perhaps with lists, tables, code and pictures. */
export function htmlBlocks(html: string, tools: RichTextTools): TextBlock[] {
  return blocksOf(parseFragment(shallowHtml(html)).childNodes, tools, 0);
}

function blocksOf(nodes: readonly Node[], tools: RichTextTools, depth: number): TextBlock[] {
  const blocks: TextBlock[] = [];
  let line: Node[] = [];
  const endLine = () => {
    append(blocks, paragraphsOf(line, tools));
    line = [];
  };
  for (const node of nodes) {
    if (!isElement(node) || !holdsBlocks(node, depth)) {
      line.push(node);
      continue;
    }
    endLine();
    append(blocks, blockOf(node, tools, depth + 1));
  }
  endLine();
  return blocks;
}

const isElement = (node: Node): node is Element => 'tagName' in node;

/** Whether an element is a block, or has one in it, as a `<span>` around paragraphs. */
const holdsBlocks = (element: Element, depth: number): boolean =>
  depth < DEEPEST &&
  (BLOCKS.has(element.tagName) ||
    (element.namespaceURI.endsWith('xhtml') &&
      !ALONE.has(element.tagName) &&
      element.childNodes.some((child) => isElement(child) && holdsBlocks(child, depth + 1))));

/** Elements that are in a line whatever is in them. */
const ALONE = new Set(['audio', 'video', 'object', 'iframe', 'select', 'script', 'style', 'button']);

/** The paragraphs of a line: two breaks or more end one. */
function paragraphsOf(nodes: readonly Node[], tools: RichTextTools): TextBlock[] {
  return inlineHtml(nodes, tools)
    .split(/(?<!\s)\s*(?:<br>\s*){2,}/)
    .map((part) =>
      onePlainLine(part.replace(/^(?:\s*<br>)+|(?:<br>\s*)+$/g, '').replace(/(?<!\s)\s*<br>\s*/g, '<br>')),
    )
    .filter((part) => part !== '')
    .map((markdown) => ({
      kind: /^!\[[^\]]*\]\([^)]*\)$/.test(markdown) ? 'picture' : 'paragraph',
      markdown,
    }));
}

function blockOf(element: Element, tools: RichTextTools, depth: number): TextBlock[] {
  const children = element.childNodes;
  switch (element.tagName) {
    case 'hr':
      return [{ kind: 'other', markdown: '---' }];
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      // Entries have headings of their own.
      return paragraphsOf(children, tools).map((block) =>
        block.kind === 'paragraph' ? { ...block, markdown: `<b>${block.markdown}</b>` } : block,
      );
    case 'pre':
      return [{ kind: 'other', markdown: fencedCode(textIn(element)) }];
    case 'blockquote':
      return indented(blocksOf(children, tools, depth), '> ', '> ');
    case 'ul':
    case 'ol':
      return listOf(element, tools, depth);
    case 'table':
      return tableOf(element, tools, depth);
    default:
      return blocksOf(children, tools, depth);
  }
}

/** The characters of an element. */
const textIn = (node: Node): string =>
  'value' in node
    ? node.value
    : isElement(node)
      ? node.tagName === 'br'
        ? '\n'
        : node.childNodes.map(textIn).join('')
      : '';

function indented(blocks: readonly TextBlock[], first: string, others: string): TextBlock[] {
  const lines = writeBlocks(blocks).split('\n');
  if (blocks.length === 0) return [];
  const markdown = lines.map((line, index) => `${index === 0 ? first : others}${line}`.trimEnd()).join('\n');
  return [{ kind: 'other', markdown }];
}

function listOf(list: Element, tools: RichTextTools, depth: number): TextBlock[] {
  const start = Number(list.attrs.find(({ name }) => name === 'start')?.value ?? 1);
  let number = Number.isInteger(start) && start >= 0 ? start : 1;
  const items = list.childNodes.flatMap((child) => {
    const inside = isElement(child) && child.tagName === 'li' ? child.childNodes : [child];
    const mark = list.tagName === 'ol' ? `${number}. ` : '- ';
    const item = indented(blocksOf(inside, tools, depth + 1), mark, ' '.repeat(mark.length));
    if (item.length > 0) number++;
    return item.map(({ markdown }) => markdown);
  });
  return items.length === 0 ? [] : [{ kind: 'other', markdown: items.join('\n') }];
}

function tableOf(table: Element, tools: RichTextTools, depth: number): TextBlock[] {
  const rows = rowsOf(table);
  const above = rows.length === 0 ? blocksOf(table.childNodes, tools, depth) : [];
  const caption = table.childNodes.filter((child) => isElement(child) && child.tagName === 'caption');
  const cells = rows.map((row) => row.childNodes.filter(isElement));
  const texts = cells.map((row) => row.map((cell) => blocksInLine(blocksOf(cell.childNodes, tools, depth))));
  const spans = cells
    .flat()
    .filter(({ attrs }) => attrs.some(({ name, value }) => /^(col|row)span$/.test(name) && value !== '1'));
  if (spans.length > 0) tools.lose('that cells of a table span others', '');
  const width = largest(
    texts.map(({ length }) => length),
    0,
  );
  const held = texts.filter((row) => row.some((text) => text !== ''));
  if (width === 0 || held.length === 0) return [...blocksOf(caption, tools, depth), ...above];
  // A table for layout has one cell.
  if (width === 1 && held.length === 1) return rows.flatMap((row) => blocksOf(row.childNodes, tools, depth));
  const isHeaded = cells[0]!.every(({ tagName }) => tagName === 'th');
  const [head, ...body] = isHeaded ? texts : [[], ...texts];
  const written = [head!, Array.from({ length: width }, () => '---'), ...body].map(
    (row) => `| ${Array.from({ length: width }, (_, index) => row[index] ?? '').join(' | ')} |`,
  );
  return [...blocksOf(caption, tools, depth), { kind: 'other', markdown: written.join('\n') }];
}

/** The rows of a table, those of tables in its cells left out. */
function rowsOf(element: Element): Element[] {
  return element.childNodes.filter(isElement).flatMap((child) => {
    if (child.tagName === 'tr') return [child];
    return ['tbody', 'thead', 'tfoot'].includes(child.tagName) ? rowsOf(child) : [];
  });
}
