import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import type { Place } from '../../../diagnostics/diagnostic.ts';
import { romanNumeral } from '../../../pages/roman-numeral.ts';
import type { Block, Definitions, Inline, List } from '../../block.ts';
import type { HtmlElement } from './flow-parts.ts';
import type { HtmlReader } from './html-reader.ts';
import { attributesOf } from './read-tag.ts';

/** How numbers of a list look, by its `type`. */
const NUMBERINGS = {
  a: 'LowerAlpha',
  A: 'UpperAlpha',
  i: 'LowerRoman',
  I: 'UpperRoman',
} as const;

/** Reads `<ul>` or `<ol>`, with its `type` and `start`, and the numbers that items give themselves. */
export function readHtmlList(element: HtmlElement, at: Place, reader: HtmlReader): Block[] {
  const attributes = attributesOf(element.attrs);
  const items: Block[][] = [];
  const values: (number | undefined)[] = [];
  for (const child of element.childNodes) {
    if (!('tagName' in child)) {
      // Text between items belongs to the one before.
      const loose = reader.inside(element, [child]);
      if (loose.length > 0) items.push([...(items.pop() ?? []), ...loose]);
    } else if (child.tagName === 'li') {
      items.push(reader.inside(child));
      values[items.length - 1] = wholeNumber(attributesOf(child.attrs).get('value'));
    } else {
      const nested = reader.inside(element, [child]);
      if (nested.length > 0) items.push([...(items.pop() ?? []), ...nested]);
    }
  }
  if (items.length === 0) return [];
  const tight = !element.childNodes.some(
    (child) => 'childNodes' in child && child.childNodes.some(isParagraph),
  );
  const list = { kind: 'list', at, items, tight, look: 'body' } as const;
  if (element.tagName === 'ul') return [list];
  const start = wholeNumber(attributes.get('start')) ?? 1;
  const numbers: number[] = [];
  for (const index of items.keys())
    numbers.push(values[index] ?? (index === 0 ? start : numbers.at(-1)! + 1));
  return [{ ...list, ...labelsOf(numbers, attributes.get('type')) }];
}

const isParagraph = (node: HtmlElement['childNodes'][number]) => 'tagName' in node && node.tagName === 'p';

const wholeNumber = (text: string | undefined): number | undefined =>
  /^\s*\d{1,6}\s*$/.test(text ?? '') ? Number(text) : undefined;

/** The numbers of a list: those of a plain one are counted when it is set. */
function labelsOf(numbers: readonly number[], type: string | undefined): Pick<List, 'start' | 'labels'> {
  const numbering = type === undefined ? undefined : ownValue(NUMBERINGS, type);
  const isCounted = numbers.every((number, index) => number === numbers[0]! + index);
  if (!numbering && isCounted) return { start: numbers[0]! };
  const texts = numbers.map((number) => `${numbering ? labelText(number, numbering) : number}.`);
  return { labels: { texts, room: '', ...(numbering && { numbering }) } };
}

function labelText(number: number, numbering: (typeof NUMBERINGS)[keyof typeof NUMBERINGS]): string {
  const text = numbering.endsWith('Alpha') ? lettersOf(number) : romanOf(number);
  return numbering.startsWith('Upper') ? text.toUpperCase() : text;
}

/** 1 is a, 26 is z, 27 is aa. */
function lettersOf(number: number): string {
  if (number < 1) return String(number);
  const rest = Math.floor((number - 1) / 26);
  return (rest > 0 ? lettersOf(rest) : '') + String.fromCharCode(97 + ((number - 1) % 26));
}

const romanOf = (number: number): string =>
  number < 1 || number > 3999 ? String(number) : romanNumeral(number);

/** Reads `<dl>`. */
export function readHtmlDefinitions(element: HtmlElement, at: Place, reader: HtmlReader): Block[] {
  const items: { terms: Inline[][]; definitions: Block[][] }[] = [];
  const children = element.childNodes.flatMap((child) =>
    'tagName' in child && child.tagName === 'div' ? child.childNodes : [child],
  );
  for (const child of children) {
    if (!('tagName' in child)) continue;
    const last = items.at(-1);
    if (child.tagName === 'dt') {
      const term = reader.textOf(child);
      if (last && last.definitions.length === 0) last.terms.push(term);
      else items.push({ terms: [term], definitions: [] });
    } else {
      const blocks = child.tagName === 'dd' ? reader.inside(child) : reader.inside(element, [child]);
      if (last) last.definitions.push(blocks);
      else if (blocks.length > 0) items.push({ terms: [], definitions: [blocks] });
    }
  }
  const list: Definitions = { kind: 'definitions', at, items, tight: true };
  return items.length === 0 ? [] : [list];
}
