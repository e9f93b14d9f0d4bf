import type { Block, Inline } from '../../block.ts';
import type { HtmlElement, HtmlNode } from './flow-parts.ts';

/** Reads what is inside elements. Functions that read a list, a table or a box ask it for their content. */
export interface HtmlReader {
  /** The blocks inside an element, or those of some of its nodes. */
  inside(element: HtmlElement, nodes?: readonly HtmlNode[]): Block[];
  /** The text inside an element, as one paragraph. */
  textOf(element: HtmlElement): Inline[];
  /** Says that a table has more columns than are read. */
  reportColumns(table: HtmlElement, most: number): void;
}
