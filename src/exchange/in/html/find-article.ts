import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { type DefaultTreeAdapterTypes, serialize } from 'parse5';
import { furnitureOf } from './furniture-of.ts';
import {
  attributeOf,
  elementsNamed,
  isElement,
  isTextNode,
  type PageElement,
  type PageNode,
  wordsIn,
} from './page-tree.ts';

type Document = DefaultTreeAdapterTypes.Document;

/** The part of a page that holds its text, and what is around that. */
interface Article {
  readonly root: PageElement;
  /** Parts of the page outside it, with what they are. */
  readonly outside: readonly { readonly what: string; readonly node: PageNode }[];
}

/** What is less than this share of the words of a page is not its article, whatever it is called. */
const LEAST_SHARE = 0.4;
/** The attribute that follows elements through the other library. */
const MARK = 'data-studypack-place';

/**
 * Finds the part of a whole page that is its text: what the page itself calls so or, if it says nothing, what the library
 * finds that browsers have for it. A page that is hardly anything else is its text as a whole.
 */
export function findArticle(document: Document): Article {
  const body = elementsNamed(document, 'body')[0]!;
  const root = calledSo(body) ?? (hasFurniture(body) ? foundByLibrary(document, body) : undefined) ?? body;
  return { root, outside: root === body ? [] : outsideOf(root, body) };
}

const countWords = (node: PageNode) => wordsIn(node).split(' ').length;

function calledSo(body: PageElement): PageElement | undefined {
  const whole = countWords(body);
  const candidates = [
    elementsNamed(body, 'main'),
    all(body).filter((element) => attributeOf(element, 'role') === 'main'),
    elementsNamed(body, 'article'),
  ];
  const only = candidates.flatMap((list) => (list.length === 1 ? list : []));
  return only.find((element) => countWords(element) >= whole * LEAST_SHARE);
}

const all = (root: PageElement): PageElement[] =>
  root.childNodes.flatMap((child) => (isElement(child) ? [child, ...all(child)] : []));

const hasFurniture = (body: PageElement) =>
  all(body).some((element) => ['nav', 'header', 'footer', 'aside'].includes(element.tagName));

/** Asks the library, and gives the smallest part of the page that has all of what it found. */
function foundByLibrary(document: Document, body: PageElement): PageElement | undefined {
  const elements = all(body);
  for (const [index, element] of elements.entries()) element.attrs.push({ name: MARK, value: String(index) });
  const page = parseHTML(serialize(document)).document;
  for (const element of elements) element.attrs.pop();
  const found = readable(page);
  if (!found) return undefined;
  const kept = new Set(
    [...found.matchAll(new RegExp(`${MARK}="(\\d+)"`, 'g'))].map((match) => elements[Number(match[1])]!),
  );
  let root = body;
  for (;;) {
    const inner = root.childNodes.filter((child): child is PageElement => isElement(child));
    const holding = inner.filter(
      (child) => kept.has(child) || all(child).some((element) => kept.has(element)),
    );
    const hasOwnText = root.childNodes.some((child) => isTextNode(child) && child.value.trim() !== '');
    if (holding.length !== 1 || hasOwnText || kept.has(root)) break;
    root = holding[0]!;
  }
  return countWords(root) >= countWords(body) * LEAST_SHARE ? root : undefined;
}

function readable(page: ConstructorParameters<typeof Readability>[0]): string | undefined {
  try {
    return new Readability(page, { keepClasses: true }).parse()?.content ?? undefined;
  } catch {
    // It was written for browsers, and gives up on some pages.
    return undefined;
  }
}

function outsideOf(root: PageElement, body: PageElement): Article['outside'] {
  const outside: { what: string; node: PageNode }[] = [];
  const around = new Set<unknown>();
  for (let one = root.parentNode; one && one !== body; one = 'parentNode' in one ? one.parentNode : null)
    around.add(one);
  const walk = (element: PageElement) => {
    for (const child of element.childNodes) {
      if (child === root) continue;
      if (isElement(child) && around.has(child)) walk(child);
      else if (wordsIn(child) !== '') outside.push({ what: nameOf(child), node: child });
    }
  };
  walk(body);
  return outside;
}

function nameOf(node: PageNode): string {
  if (!isElement(node)) return 'text around the article';
  if (node.tagName === 'header') return 'the head of the page';
  return furnitureOf(node) ?? 'a part of the page outside the article';
}
