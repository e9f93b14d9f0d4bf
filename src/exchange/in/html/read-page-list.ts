import { append } from '../../../diagnostics/collections/append.ts';
import { listPiece } from '../study-notes/list-piece.ts';
import type { TextPiece } from '../study-notes/text-piece.ts';
import type { InnerReader } from './inner-reader.ts';
import {
  attributeOf,
  elementsNamed,
  isElement,
  isTextNode,
  type PageElement,
  type PageNode,
  wordsIn,
} from './page-tree.ts';

/** Reads a list of a page: as a list or, if it only arranges whole sections, as what is in it. */
export function readPageList(list: PageElement, reader: InnerReader): TextPiece[] {
  if (list.tagName === 'dl') return readTerms(list, reader);
  if (isContents(list)) {
    reader.context.lose('a list of contents', list);
    return [];
  }
  // Words that are in no item are an item of their own.
  const items = list.childNodes.filter(
    (child) => isElement(child) || (isTextNode(child) && child.value.trim() !== ''),
  );
  const read = items.map((item) => ({
    item,
    pieces: reader.read(isElement(item) && item.tagName === 'li' ? item.childNodes : [item]),
  }));
  const all = read.flatMap(({ pieces }) => pieces);
  if (all.some(({ kind }) => kind === 'heading')) return all;
  const filled = read.filter(({ pieces }) => pieces.length > 0);
  if (filled.length === 0) return [];
  if (filled.length === 1 && holdsOnlyList(filled[0]!.item)) return filled[0]!.pieces;
  const first = Number(attributeOf(list, 'start')) || 1;
  const marks = filled.map((_, index) => (list.tagName === 'ol' ? `${first + index}.` : '-'));
  return [
    listPiece(
      filled.map(({ pieces }) => pieces),
      marks,
    ),
  ];
}

/** Whether an item has no words of its own: Word’s second level, without a first above it. */
const holdsOnlyList = (item: PageNode): boolean =>
  isElement(item) &&
  item.childNodes.every((node) =>
    isElement(node)
      ? node.tagName === 'ol' || node.tagName === 'ul'
      : 'value' in node && node.value.trim() === '',
  );

/** Whether a list only leads to other places of the page. */
function isContents(list: PageElement): boolean {
  const links = elementsNamed(list, 'a');
  const inner = links.filter((link) => attributeOf(link, 'href').startsWith('#'));
  const linked = links.map((link) => wordsIn(link)).join('').length;
  return (
    inner.length >= 3 &&
    inner.length === links.length &&
    linked >= wordsIn(list).replace(/\s/g, '').length * 0.8
  );
}

/** Reads terms with what they mean. */
function readTerms(list: PageElement, reader: InnerReader): TextPiece[] {
  const parts = new Set(['dt', 'dd'].flatMap((name) => elementsNamed(list, name, 'dl')));
  const inOrder = elementsIn(list).filter((element) => parts.has(element));
  const words = (nodes: readonly PageNode[]) =>
    nodes
      .map((node) => wordsIn(node))
      .join(' ')
      .replace(/\s/g, '').length;
  // Words that belong to no term, or to two, are read as the page has them.
  if (words(inOrder) !== words([list])) return reader.read(list.childNodes);
  const items: TextPiece[][] = [];
  let isOpen = false;
  for (const element of inOrder) {
    const pieces = reader.read(element.childNodes);
    const [first] = pieces;
    if (!first) continue;
    const last = items.at(-1);
    if (element.tagName === 'dt' || !last) {
      items.push([
        { ...first, kind: 'other', markdown: `**${first.markdown.replace(/\*\*/g, '')}**` },
        ...pieces.slice(1),
      ]);
      isOpen = element.tagName === 'dt';
    } else if (isOpen && last.length === 1) {
      const [term] = last as [TextPiece];
      items[items.length - 1] = [
        {
          kind: 'other',
          text: `${term.text}: ${first.text}`,
          markdown: `${term.markdown}: ${first.markdown}`,
          at: term.at,
        },
        ...pieces.slice(1),
      ];
    } else append(last, pieces);
  }
  return items.length === 0
    ? []
    : [
        listPiece(
          items,
          items.map(() => '-'),
        ),
      ];
}

const elementsIn = (root: PageElement): PageElement[] =>
  root.childNodes.flatMap((child) => (isElement(child) ? [child, ...elementsIn(child)] : []));
