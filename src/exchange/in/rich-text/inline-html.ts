import type { DefaultTreeAdapterTypes } from 'parse5';
import { largest } from '../../../diagnostics/collections/largest.ts';
import { escapeSigns } from './escape-signs.ts';
import { onePlainLine } from './plain-markdown.ts';
import type { RichTextTools } from './text-block.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements that Markdown has no mark for, but packs print. */
const KEPT: ReadonlyMap<string, string> = new Map([
  ['sub', 'sub'],
  ['sup', 'sup'],
  ['u', 'u'],
  ['ins', 'u'],
  ['s', 's'],
  ['del', 's'],
  ['strike', 's'],
  ['mark', 'mark'],
]);

const BOLD = ['b', 'strong'];
const ITALIC = ['i', 'em', 'cite', 'dfn', 'var'];
const CODE = ['code', 'tt', 'samp', 'kbd'];

/** What can't be printed, in words. */
const LOST: ReadonlyMap<string, string> = new Map([
  ['audio', 'a sound'],
  ['video', 'a film'],
  ['iframe', 'another page in a frame'],
  ['object', 'an embedded object'],
  ['embed', 'an embedded object'],
  ['svg', 'a drawing within the text'],
  ['math', 'a formula in MathML'],
  ['script', 'a script'],
  ['style', 'a style sheet'],
  ['select', 'a list to choose from'],
  ['button', 'a button'],
]);

/** Elements nested deeper than this are read as their text. */
const DEEPEST = 100;

/** Writes what is in a line as Markdown. Breaks are `<br>`, and spaces are as many as there were. */
export const inlineHtml = (nodes: readonly Node[], tools: RichTextTools, depth = 0): string =>
  nodes.map((node) => nodeIn(node, tools, depth)).join('');

function nodeIn(node: Node, tools: RichTextTools, depth: number): string {
  if (node.nodeName === '#text' && 'value' in node)
    return escapeSigns(node.value.replace(/(?<!\s)\s*\n\s*/g, ' '));
  if (!('tagName' in node)) return '';
  if (depth > DEEPEST) return escapeSigns(textIn(node));
  return elementIn(node, tools, depth + 1);
}

const textIn = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textIn).join('') : '';

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

function elementIn(element: Element, tools: RichTextTools, depth: number): string {
  const { tagName } = element;
  const lost = LOST.get(tagName);
  if (lost !== undefined) {
    tools.lose(lost, onePlainLine(`${textIn(element)} ${attribute(element, 'src') ?? ''}`));
    return ' ';
  }
  if (tagName === 'br') return '<br>';
  if (tagName === 'img') return pictureIn(element, tools);
  if (tagName === 'input' || tagName === 'textarea') return ' _____ ';
  if (CODE.includes(tagName)) return codeSpan(textIn(element));
  const inner = inlineHtml(element.childNodes, tools, depth);
  if (tagName === 'a') return linkIn(element, inner, tools);
  const kept = KEPT.get(tagName);
  if (kept !== undefined) return around(inner, `<${kept}>`, `</${kept}>`);
  if (BOLD.includes(tagName)) return emphasised(inner, '**', 'b');
  if (ITALIC.includes(tagName)) return emphasised(inner, '*', 'i');
  return inner;
}

/** Puts marks around words; spaces and breaks at their ends stay outside. */
function around(inner: string, open: string, close: string): string {
  const [, before = '', core = '', after = ''] = /^((?:\s|<br>)*)(.*?)((?:\s|<br>)*)$/s.exec(inner) ?? [];
  return core === '' ? inner : `${before}${open}${core}${close}${after}`;
}

/** Emphasis by Markdown's own marks only where they are sure to be read as such. */
function emphasised(inner: string, mark: string, element: string): string {
  const core = inner.trim();
  const isPlain = /^[\p{L}\p{N}](?:[^*<]*[\p{L}\p{N}])?$/u.test(core);
  return isPlain ? around(inner, mark, mark) : around(inner, `<${element}>`, `</${element}>`);
}

function codeSpan(code: string): string {
  const text = code.replace(/\s+/g, ' ').trim();
  if (text === '') return '';
  const longest = largest(
    (text.match(/`+/g) ?? []).map(({ length }) => length),
    0,
  );
  const fence = '`'.repeat(longest + 1);
  const gap = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${gap}${text}${gap}${fence}`;
}

function pictureIn(element: Element, tools: RichTextTools): string {
  const formula = attribute(element, 'data-equation-content');
  if (formula !== undefined) {
    tools.lose('a formula in TeX: it is printed as it is typed', formula);
    return escapeSigns(formula);
  }
  const source = attribute(element, 'src') ?? '';
  const alt = onePlainLine(attribute(element, 'alt') ?? '');
  const found = tools.picture(source);
  if (found === undefined) {
    if (alt !== '') tools.lose('the description of that picture', alt);
    return ' ';
  }
  if (alt === '')
    tools.lose('a picture has no description: the name of its file is written in place of one', '');
  return `![${escapeSigns(alt || found.words)}](${found.path})`;
}

function linkIn(element: Element, inner: string, tools: RichTextTools): string {
  const href = attribute(element, 'href')?.trim() ?? '';
  if (href === '' || href.startsWith('#')) return inner;
  const isAddress = /^(https?:\/\/|mailto:)[^\s<>]+$/i.test(href);
  if (!isAddress) {
    tools.lose('the target of a link, which is not an address on the web', href);
    return inner;
  }
  const words = inner.trim();
  if (words === '' || words.includes('![')) return inner;
  return around(inner, '[', `](<${href}>)`);
}
