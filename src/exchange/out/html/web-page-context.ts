import type { Block, Heading, List, NoteReference } from '../../../blocks/block.ts';
import type { DocumentContext } from '../../../layout/document-context.ts';
import type { Loss } from '../../losses/loss.ts';
import type { ProductOut } from '../product-out.ts';

/** What turning a block into markup needs from its surroundings. */
export interface WebPageContext {
  readonly document: ProductOut;
  readonly levels: ReadonlyMap<Heading, Heading['level']>;
  readonly partLevels: ReadonlyMap<List, Heading['level']>;
  readonly headingContext: Pick<DocumentContext, 'anchors' | 'contentsAfter'>;
  /** The headings by the names that links use. */
  readonly headings: ReadonlyMap<string, Heading>;
  /** The id of a heading, and what a link to it says: in a book, its file too. */
  readonly idOf: (heading: Heading) => string;
  readonly linkTo: (heading: Heading) => string;
  /** Where a picture is: in the page itself, or in a file of its own. */
  readonly sourceOf: (picture: {
    readonly type: 'png' | 'jpeg' | 'svg';
    readonly bytes: Uint8Array;
  }) => string;
  /** Keeps a note for the end of the page. @returns its number there */
  readonly addNote: (note: NoteReference, content: () => string) => number;
  /** The headings of sections that have a word of a term. */
  readonly mentions: (words: readonly string[]) => readonly Heading[];
  /** Whether the text is in a header of a table. */
  readonly head?: boolean;
  /** Lines of verse with numbers. */
  readonly lines?: { readonly every: number; readonly next: () => number };
  readonly lose: (loss: Loss) => void;
  readonly markup: (blocks: readonly Block[], context: WebPageContext) => string;
  /** A new name for a drawing. */
  readonly nextId: () => string;
}
