import type { Piece } from '../study-notes/piece.ts';
import type { PageContext } from './page-context.ts';
import type { PageNode } from './page-tree.ts';

/** What reads the parts of a page that are in a list or a table. */
export interface InnerReader {
  readonly context: PageContext;
  /** @returns the pieces of a part of the page */
  read(nodes: readonly PageNode[]): Piece[];
}
