import { append } from '../../diagnostics/collections/append.ts';
import type { Laid, StructureNode } from '../../pages/laid.ts';
import { PAGE_TEXT_WORDS } from '../wording/page-text-words.ts';
import { type TextsOfSlot, textsOnPages } from './texts-on-pages.ts';

/** Something of the structure as HTML, by the pages that it is on. */
type OnPages = ReadonlyMap<number, string>;

/** Headings of pages are below those of the screen that they are on. */
const FIRST_LEVEL = 2;

/** The elements of roles that only surround what is in them. */
const ELEMENTS: Partial<Record<StructureNode['role'], string>> = {
  P: 'p',
  LI: 'li',
  TOC: 'ul',
  TOCI: 'li',
  BlockQuote: 'blockquote',
  Caption: 'p',
  TBody: 'tbody',
  TR: 'tr',
  Code: 'code',
};

/**
 * Gives the text of each page as HTML, in reading order, for those who can't see its picture: headings, lists, tables, and
 * descriptions in place of pictures. What goes on from one page to the next is divided as it is in print.
 * @param lang the language of the document
 */
export function textOfPages(laid: Laid, lang: string): readonly string[] {
  const slots = textsOnPages(laid);
  const all = htmlOf(laid.structure, slots);
  return laid.pages.map((_, page) => {
    const text = all.get(page) ?? '';
    return `<div lang="${escaped(lang)}">${text === '' ? `<p>${PAGE_TEXT_WORDS.blank}</p>` : text}</div>`;
  });
}

function htmlOf(node: StructureNode, slots: ReadonlyMap<number, TextsOfSlot>): OnPages {
  if (node.role === 'Table') return tableHtml(node, slots);
  const inner = node.role === 'TR' ? cellsHtml(node, slots) : childrenHtml(node, slots);
  const said = saidOf(node);
  if (said === undefined) return new Map([...inner].map(([page, html]) => [page, wrapped(node, html)]));
  // What is said in place of its content is said once.
  const [first] = inner.keys();
  return first === undefined ? new Map() : new Map([[first, wrapped(node, said)]]);
}

/** What is read out in place of the content of a node. */
function saidOf({ role, alt, actualText }: StructureNode): string | undefined {
  if (role === 'Figure') return `<span class="picture">${escaped(PAGE_TEXT_WORDS.picture(alt ?? ''))}</span>`;
  const said = actualText ?? alt;
  return said === undefined ? undefined : escaped(said);
}

function childrenHtml({ children }: StructureNode, slots: ReadonlyMap<number, TextsOfSlot>): OnPages {
  const pages = new Map<number, string>();
  for (const child of children) {
    const isSlot = 'slot' in child;
    const own = isSlot ? slots.get(child.slot) : htmlOf(child, slots);
    for (const [page, text] of own ?? [])
      pages.set(page, (pages.get(page) ?? '') + (isSlot ? escaped(text) : text));
  }
  return pages;
}

function wrapped(node: StructureNode, html: string): string {
  const { role } = node;
  const lang = node.lang === undefined ? '' : ` lang="${escaped(node.lang)}"`;
  const level = /^H([1-6])$/.exec(role)?.[1];
  if (level) {
    const name = `h${Math.min(6, Number(level) + FIRST_LEVEL - 1)}`;
    return `<${name}${lang}>${html}</${name}>`;
  }
  // Its labels are printed, and read with the text: the browser adds none.
  if (role === 'L') return `<ul role="list"${lang}>${html}</ul>`;
  if (role === 'Lbl') return `<span class="label">${html}</span> `;
  if (role === 'Note') return `<div role="note"${lang}>${html}</div>`;
  if (role === 'TH' || role === 'TD') return cellHtml(node, html);
  const element = ELEMENTS[role];
  if (element) return `<${element}${lang}>${html}</${element}>`;
  return lang === ''
    ? html
    : `<${isInline(role) ? 'span' : 'div'}${lang}>${html}</${isInline(role) ? 'span' : 'div'}>`;
}

const isInline = (role: StructureNode['role']) => role === 'Span' || role === 'Link';

/** The header of a table is on every page that a row is on, as it is in print. */
function tableHtml(table: StructureNode, slots: ReadonlyMap<number, TextsOfSlot>): OnPages {
  const rows = new Map<number, string>();
  const heads: string[] = [];
  const headPages: number[] = [];
  for (const child of table.children) {
    if ('slot' in child) continue;
    const own = htmlOf(child, slots);
    if (child.role === 'THead') {
      append(heads, [...own.values()]);
      append(headPages, [...own.keys()]);
    } else for (const [page, html] of own) rows.set(page, (rows.get(page) ?? '') + html);
  }
  const head = heads.length === 0 ? '' : `<thead>${heads.join('')}</thead>`;
  for (const page of headPages) if (!rows.has(page)) rows.set(page, '');
  return new Map([...rows].map(([page, html]) => [page, `<table>${head}${html}</table>`]));
}

/** A row has all its cells on each page that one of them is on, so that columns stay below their headers. */
function cellsHtml({ children }: StructureNode, slots: ReadonlyMap<number, TextsOfSlot>): OnPages {
  const cells = children.flatMap((child) => ('slot' in child ? [] : [{ child, html: htmlOf(child, slots) }]));
  const pages = new Set(cells.flatMap(({ html }) => [...html.keys()]));
  return new Map(
    [...pages].map((page) => [
      page,
      cells.map(({ child, html }) => html.get(page) ?? cellHtml(child, '')).join(''),
    ]),
  );
}

function cellHtml({ role, scope, span, lang }: StructureNode, html: string): string {
  const name = role === 'TH' ? 'th' : 'td';
  const attributes = [
    scope && scope !== 'Both' ? ` scope="${scope === 'Column' ? 'col' : 'row'}"` : '',
    span?.columns ? ` colspan="${span.columns}"` : '',
    span?.rows ? ` rowspan="${span.rows}"` : '',
    lang === undefined ? '' : ` lang="${escaped(lang)}"`,
  ].join('');
  return `<${name}${attributes}>${html}</${name}>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
