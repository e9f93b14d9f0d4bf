import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { append } from '../../../diagnostics/collections/append.ts';
import { shallowHtml } from '../rich-text/shallow-html.ts';

/** Anything in a page: an element, a text, a comment. */
export type PageNode = DefaultTreeAdapterTypes.ChildNode;
/** An element of a page, such as `<p>`. */
export type PageElement = DefaultTreeAdapterTypes.Element;

/** Deeper than any page that somebody wrote. Whoever reads the tree calls itself for each level. */
const DEEPEST = 250;

/**
 * A web page as a tree, with the line of each of its parts. What is nested too deeply to be read loses its elements, and
 * keeps its words.
 */
export function parsePage(html: string): DefaultTreeAdapterTypes.Document {
  const document = parse(shallowHtml(html), { sourceCodeLocationInfo: true });
  const open: { readonly node: PageNode; readonly depth: number }[] = document.childNodes.map((node) => ({
    node,
    depth: 1,
  }));
  for (let one = open.pop(); one; one = open.pop()) {
    const { node, depth } = one;
    if (!isElement(node)) continue;
    if (depth >= DEEPEST) node.childNodes = textsBelow(node);
    else for (const child of node.childNodes) open.push({ node: child, depth: depth + 1 });
  }
  return document;
}

/** The texts and pictures in an element that somebody sees, however deep they are, in their order. */
function textsBelow(element: PageElement): PageNode[] {
  const found: PageNode[] = [];
  const open: PageNode[] = [...element.childNodes].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (isTextNode(node)) found.push({ ...node, value: `${node.value} `, parentNode: element });
    else if (isElement(node) && !isSilent(node) && node.childNodes.length > 0)
      append(open, [...node.childNodes].reverse());
    // A line break or a picture.
    else if (isElement(node)) found.push(node);
  }
  return found;
}

/** Whether a part of a page is an element. */
export const isElement = (node: PageNode): node is PageElement => 'tagName' in node;

/** Whether a part of a page is a text. */
export const isTextNode = (node: PageNode): node is DefaultTreeAdapterTypes.TextNode =>
  node.nodeName === '#text';

/** The value of an attribute; empty if it has none. */
export const attributeOf = (element: PageElement, name: string): string =>
  element.attrs.find((attribute) => attribute.name === name)?.value ?? '';

/** What holds no words for people. */
const SILENT = ['script', 'style', 'template', 'link', 'meta', 'base'];

/** All words in a part of a page, shown or not. */
export function wordsIn(node: PageNode, withPictures = false): string {
  const texts: string[] = [];
  const walk = (one: PageNode) => {
    if (isTextNode(one)) texts.push(one.value);
    else if (withPictures && isElement(one) && one.tagName === 'img')
      texts.push(` ${attributeOf(one, 'alt')} `);
    else if (isElement(one) && !SILENT.includes(one.tagName)) {
      // Words of neighbours such as cells and items are not one word.
      const edge = INLINE.has(one.tagName) ? '' : ' ';
      texts.push(edge);
      for (const child of one.childNodes) walk(child);
      texts.push(edge);
    }
  };
  walk(node);
  return texts.join('').replace(/\s+/g, ' ').trim();
}

/** Elements that are part of a line of text. */
export const INLINE: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big br cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr img input word-note'.split(
    ' ',
  ),
);

/** Whether an element holds no words. */
export const isSilent = ({ tagName }: PageElement): boolean => SILENT.includes(tagName);

/**
 * All elements with a name, in the order of the page.
 * @param except elements whose contents are of their own: rows of a table within a table are not rows of the outer one
 */
export function elementsNamed(
  root: PageNode | DefaultTreeAdapterTypes.Document,
  name: string,
  except?: string,
): PageElement[] {
  const found: PageElement[] = [];
  const walk = (children: readonly PageNode[]) => {
    for (const child of children) {
      if (!isElement(child)) continue;
      if (child.tagName === name) found.push(child);
      if (child.tagName !== except) walk(child.childNodes);
    }
  };
  walk('childNodes' in root ? root.childNodes : []);
  return found;
}

/** Whether a part of a page holds headings. */
export const holdsHeadings = (element: PageElement): boolean =>
  ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].some((name) => elementsNamed(element, name).length > 0);
