import type { ReadText } from '../content/page-mark.ts';
import { isNode, type ReadNode } from './read-node.ts';
import type { ReadPage } from './read-pages.ts';
import type { ReadPdf } from './read-pdf.ts';

/** How far apart two pieces of a line have to be, in ems, for a space to be seen between them. */
const GAP = 0.2;

/** The texts of a page in the order of painting. */
export const textsOn = (page: ReadPage): ReadText[] => page.marks.filter((mark) => mark.kind === 'text');

/**
 * Joins pieces of text as they are read: with a new line where one begins, a space where one is seen, and the halves
 * of a word that is hyphenated put together.
 * @param lineEnd what to put where a new line begins: nothing, to get whole words that are cut by the edge of a sheet
 */
export function joinTexts(texts: readonly ReadText[], lineEnd = '\n'): string {
  let all = '';
  let previous: ReadText | undefined;
  for (const text of texts) {
    if (text.text === '') continue;
    // Soft hyphens go in the end. The text so far ends as its last piece does, which is shorter to look at.
    if (previous && !previous.text.endsWith('\u00ad')) all += separatorBetween(previous, text, lineEnd);
    all += text.text;
    previous = text;
  }
  return all.replaceAll('\u00ad', '').replace(/[ \u00a0]+\n/g, '\n');
}

function separatorBetween(previous: ReadText, text: ReadText, lineEnd: string): string {
  if (!isSameLine(previous, text)) return lineEnd;
  const ended = /\s$/.test(previous.text) || /^\s/.test(text.text);
  return ended || gapBetween(previous, text) <= GAP ? '' : ' ';
}

/** Whether two pieces are on one baseline, one after the other. */
export function isSameLine(previous: ReadText, text: ReadText): boolean {
  if (Math.abs(previous.turn - text.turn) > 0.5) return false;
  const [along, across] = distanceBetween(previous, text);
  const size = Math.max(previous.size, text.size);
  return Math.abs(across) < 0.4 * size && along > -0.7 * size;
}

/** Gives how far one piece begins after the end of another, in ems of the smaller. */
export const gapBetween = (previous: ReadText, text: ReadText): number =>
  distanceBetween(previous, text)[0] / Math.max(Math.min(previous.size, text.size), 0.01);

/** Gives the distance from the end of one piece to the beginning of another, along its baseline and across it. */
function distanceBetween(previous: ReadText, text: ReadText): [along: number, across: number] {
  const angle = (previous.turn * Math.PI) / 180;
  const [x, y] = [text.from[0] - previous.to[0], text.from[1] - previous.to[1]];
  return [x * Math.cos(angle) + y * Math.sin(angle), y * Math.cos(angle) - x * Math.sin(angle)];
}

/** Makes a reader that reads each page or file once, since several checks ask for the same. */
function once<From extends object, To>(read: (from: From) => To): (from: From) => To {
  const known = new WeakMap<From, To>();
  return (from) => {
    let found = known.get(from);
    if (found === undefined) {
      found = read(from);
      known.set(from, found);
    }
    return found;
  };
}

/** Gives all text of a page as it is drawn, running heads included. */
export const pageText: (page: ReadPage) => string = once((page) => joinTexts(textsOn(page)));

/** Texts by page and number of marked content, as nodes of the structure name them. */
export type MarkedTexts = ReadonlyMap<string, readonly ReadText[]>;

export const markedTexts: (pdf: ReadPdf) => MarkedTexts = once((pdf) => {
  const found = new Map<string, ReadText[]>();
  pdf.pages.forEach((page, index) => {
    for (const text of textsOn(page)) {
      if (!text.structureRef || !('mcid' in text.structureRef)) continue;
      const key = `${index}:${text.structureRef.mcid}`;
      const known = found.get(key);
      if (known) known.push(text);
      else found.set(key, [text]);
    }
  });
  return found;
});

/** Gives the pieces of text of a node, and of all below it, in reading order. */
export const textsUnder = (node: ReadNode, marked: MarkedTexts): ReadText[] =>
  node.children.flatMap((child) =>
    isNode(child)
      ? textsUnder(child, marked)
      : 'mcid' in child
        ? [...(marked.get(`${child.page}:${child.mcid}`) ?? [])]
        : [],
  );

/** Gives what a screen reader reads for a node: its replacement text, or else its own. */
export const nodeText = (node: ReadNode, marked: MarkedTexts, lineEnd = '\n'): string =>
  node.actualText ?? joinTexts(textsUnder(node, marked), lineEnd);

/** Roles whose text is part of a line. */
const INLINE = new Set(['Span', 'Quote', 'Reference', 'BibEntry', 'Code', 'Link', 'Annot', 'Lbl', 'Formula']);

/** A stretch of text that belongs together: a heading, paragraph, cell or label. */
interface ReadPassage {
  readonly node: ReadNode;
  /** From 0; undefined for one that is on no page. */
  readonly page: number | undefined;
  readonly text: string;
}

const passagesOnce = once((pdf: ReadPdf) => readPassages(pdf, '\n'));

/**
 * Gives the text of a file in the order of its structure: a passage for each innermost block. Empty if nothing is
 * tagged.
 */
export const passagesOf = (pdf: ReadPdf, lineEnd = '\n'): readonly ReadPassage[] =>
  lineEnd === '\n' ? passagesOnce(pdf) : readPassages(pdf, lineEnd);

function readPassages(pdf: ReadPdf, lineEnd: string): readonly ReadPassage[] {
  const marked = markedTexts(pdf);
  const passages: ReadPassage[] = [];
  const visit = (node: ReadNode) => {
    const inner = node.children.filter(isNode).filter(({ role }) => !INLINE.has(role));
    if (inner.length === 0) {
      const text = nodeText(node, marked, lineEnd);
      if (text.trim() !== '') passages.push({ node, page: firstPage(node), text });
      return;
    }
    // Text beside inner blocks is a passage as well.
    const besideInner = {
      ...node,
      children: node.children.filter((child) => !isNode(child) || INLINE.has(child.role)),
    };
    const text = nodeText(besideInner, marked, lineEnd);
    if (text.trim() !== '') passages.push({ node, page: firstPage(besideInner), text });
    for (const child of inner) visit(child);
  };
  for (const root of pdf.structure?.roots ?? []) visit(root);
  return passages;
}

/** Gives the page of the first content of a node. */
export function firstPage(node: ReadNode): number | undefined {
  for (const child of node.children) {
    const page = isNode(child) ? firstPage(child) : child.page;
    if (page !== undefined) return page;
  }
  return undefined;
}

/** Gives all nodes in reading order. */
export function allNodes(pdf: ReadPdf): ReadNode[] {
  const nodes: ReadNode[] = [];
  const visit = (node: ReadNode) => {
    nodes.push(node);
    for (const child of node.children) if (isNode(child)) visit(child);
  };
  for (const root of pdf.structure?.roots ?? []) visit(root);
  return nodes;
}

/** Gives every text of a file that is not drawn: titles, bookmarks, descriptions, metadata, names of files, labels. */
export function unseenTexts(pdf: ReadPdf): string[] {
  const { info, xmp, attachments, preferences, lang } = pdf.metadata;
  const texts = [
    ...Object.values(info),
    ...Object.values(xmp?.values ?? {}),
    xmp?.text,
    ...attachments,
    ...Object.values(preferences).map(String),
    lang,
    ...pdf.labels,
    ...pdf.bookmarks.map(({ title }) => title),
    ...pdf.pages.flatMap(({ annotations }) =>
      annotations.flatMap(({ contents, target }) => [
        contents,
        target && 'url' in target ? target.url : undefined,
      ]),
    ),
    ...allNodes(pdf).flatMap(({ title, alt, actualText, noteId }) => [title, alt, actualText, noteId]),
  ];
  return texts.filter((text) => text !== undefined && text !== '') as string[];
}
