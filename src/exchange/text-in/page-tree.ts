import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export type PageNode = DefaultTreeAdapterTypes.ChildNode;
export type PageElement = DefaultTreeAdapterTypes.Element;

/** Elements deeper in one another than this are taken away, and their words stay: some pages never close any. */
const DEEPEST = 200;

/** A web page as a tree, with the line of each of its parts. */
export function parsePage(html: string): DefaultTreeAdapterTypes.Document {
  const document = parse(html, { sourceCodeLocationInfo: true });
  let level: readonly (DefaultTreeAdapterTypes.Document | PageElement)[] = [document];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === DEEPEST) for (const element of level) element.childNodes = leavesOf(element);
    level = level.flatMap(({ childNodes }) => childNodes.filter(isElement));
  }
  return document;
}

/** The words, line breaks and pictures in an element, however deep. */
function leavesOf(top: DefaultTreeAdapterTypes.Document | PageElement): PageNode[] {
  const leaves: PageNode[] = [];
  const waiting = [...top.childNodes].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isElement(node) && !isSilent(node) && node.childNodes.length > 0)
      waiting.push(...[...node.childNodes].reverse());
    else leaves.push(node);
  }
  return leaves;
}

export const isElement = (node: PageNode): node is PageElement => 'tagName' in node;

export const isTextNode = (node: PageNode): node is DefaultTreeAdapterTypes.TextNode =>
  node.nodeName === '#text';

/** The value of an attribute; empty if it has none. */
export const attributeOf = (element: PageElement, name: string): string =>
  element.attrs.find((attribute) => attribute.name === name)?.value ?? '';

/** What holds no words for people. */
const SILENT = ['script', 'style', 'template', 'link', 'meta', 'base'];

/** All words in a part of a page, shown or not. */
export function wordsIn(node: PageNode): string {
  const texts: string[] = [];
  const walk = (one: PageNode) => {
    if (isTextNode(one)) texts.push(one.value);
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

/** All elements with a name, in the order of the page. */
export function elementsNamed(
  root: PageNode | DefaultTreeAdapterTypes.Document,
  name: string,
): PageElement[] {
  const found: PageElement[] = [];
  const walk = (children: readonly PageNode[]) => {
    for (const child of children) {
      if (!isElement(child)) continue;
      if (child.tagName === name) found.push(child);
      walk(child.childNodes);
    }
  };
  walk('childNodes' in root ? root.childNodes : []);
  return found;
}

/** Whether a part of a page holds headings. */
export const holdsHeadings = (element: PageElement): boolean =>
  ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].some((name) => elementsNamed(element, name).length > 0);
