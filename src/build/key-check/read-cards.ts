import { isNode, type ReadNode } from '../../pdf/reading/read-node.ts';
import type { ReadPdf } from '../../pdf/reading/read-pdf.ts';
import { markedTexts, nodeText } from '../../pdf/reading/text-of.ts';

/** What can be read of a set of cards, or of its key: tables, each as rows of cells, and all other texts in their order. */
export interface ReadCards {
  readonly tables: readonly (readonly (readonly string[])[])[];
  readonly texts: readonly string[];
}

/** Reads a set of cards, or its key, by the structure of the file. Headers of tables are left out. */
export function readCards(pdf: ReadPdf): ReadCards {
  const marked = markedTexts(pdf);
  const tables: string[][][] = [];
  const texts: string[] = [];
  const textOf = (node: ReadNode) => nodeText(node, marked, ' ').replace(/\s+/g, ' ').trim();
  const visit = (node: ReadNode) => {
    const inner = node.children.filter(isNode);
    if (node.role === 'Table') tables.push([]);
    if (node.role === 'THead') return;
    if (node.role === 'TR') tables.at(-1)?.push(inner.map(textOf));
    else if (node.role === 'P') texts.push(textOf(node));
    else for (const child of inner) visit(child);
  };
  for (const root of pdf.structure?.roots ?? []) visit(root);
  return { tables, texts };
}
