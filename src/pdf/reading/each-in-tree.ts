import {
  dictOf,
  get,
  itemsOf,
  type PDFDict,
  type PDFObject,
  rawItemsOf,
} from '../content/syntax/pdf-objects.ts';

/**
 * Goes through a name or number tree (ISO 32000-1, 7.9.6 and 7.9.7). A loop in it is cut.
 * @param kind what its leaves hold: names (`Names`) or numbers (`Nums`)
 * @param visit is given each key and its value, as they are written
 */
export function eachInTree(
  tree: PDFDict | undefined,
  kind: 'Nums' | 'Names',
  visit: (key: PDFObject, value: PDFObject) => void,
): void {
  const seen = new Set<PDFDict>();
  const descend = (node: PDFDict | undefined) => {
    if (!node || seen.has(node)) return;
    seen.add(node);
    const items = rawItemsOf(get(node, kind));
    for (let at = 0; at + 1 < items.length; at += 2) visit(items[at]!, items[at + 1]!);
    for (const kid of itemsOf(get(node, 'Kids'))) descend(dictOf(kid));
  };
  descend(tree);
}
