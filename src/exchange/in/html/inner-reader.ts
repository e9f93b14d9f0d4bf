import type { TextPiece } from '../study-notes/text-piece.ts';
import type { PageReading } from './page-reading.ts';
import type { PageNode } from './page-tree.ts';

/** What reads the parts of a page that are in a list or a table. */
export interface InnerReader {
  readonly context: PageReading;
  /** @returns the pieces of a part of the page */
  read(nodes: readonly PageNode[]): TextPiece[];
}
