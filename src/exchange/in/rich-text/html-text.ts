import { parseFragment } from 'parse5';
import { onePlainLine } from './plain-markdown.ts';
import { shallowHtml } from './shallow-html.ts';

interface Node {
  readonly nodeName: string;
  readonly value?: string;
  readonly childNodes?: readonly Node[];
}

/** Elements within a word. */
const IN_WORDS = new Set(['#text', 'b', 'i', 'u', 'em', 'strong', 'sub', 'sup', 'span', 'a', 'font', 'code']);

const DEEPEST = 500;

/** The words of HTML, on one line. */
export const htmlText = (html: string): string =>
  onePlainLine(textOf(parseFragment(shallowHtml(html)) as Node, 0));

function textOf({ nodeName, value, childNodes = [] }: Node, depth: number): string {
  if (nodeName === '#text') return value ?? '';
  const inner = depth > DEEPEST ? '' : childNodes.map((child) => textOf(child, depth + 1)).join('');
  return IN_WORDS.has(nodeName) ? inner : ` ${inner} `;
}
