import type { Block, Heading, List, TableColumn } from '../../../../blocks/block.ts';
import type { DocumentContext } from '../../../../layout/document-context.ts';
import type { Loss } from '../../../losses/loss.ts';
import type { ProductOut } from '../../product-out.ts';
import type { WordNotes } from '../settings/word-notes.ts';
import type { WordNumbering } from '../settings/word-numbering.ts';
import type { WordPart } from './word-part.ts';

/** What turning a block into Word needs from its surroundings. Measurements are in points. */
export interface WordContext {
  readonly document: ProductOut;
  /** The width that there is for text, and how far it is from the left of its page, column or cell. */
  readonly width: number;
  readonly indent: number;
  /** The height of the text of a page. */
  readonly height: number;
  /** Inside a cell of a table: how it is aligned, whether it is a header, and whether its text has the size of reading text. */
  readonly cell?: {
    readonly align: TableColumn['align'];
    readonly head: boolean;
    readonly large: boolean;
  };
  /** Whether the block is in a cell of any kind, where neither pages nor columns end. */
  readonly inside?: boolean;
  readonly listed?: boolean;
  /** How many lists it is in. */
  readonly depth?: number;
  readonly quoted?: boolean;
  /** A line around it on all sides, in place of that of a cell: Word numbers no lines in cells. */
  readonly framed?: boolean;
  /** Whether each line of verse is a paragraph, so that lines without a number can be told. */
  readonly numbered?: boolean;
  /** The tag of its language, if not that of the document. */
  readonly lang?: string;
  readonly levels: ReadonlyMap<Heading, Heading['level']>;
  readonly partLevels: ReadonlyMap<List, Heading['level']>;
  /** The bookmark of each heading, and the headings by the names that links use. */
  readonly bookmarks: ReadonlyMap<Heading, string>;
  readonly headings: ReadonlyMap<string, Heading>;
  readonly numbering: WordNumbering;
  readonly notes: WordNotes;
  /** Names what Word cannot hold. */
  readonly lose: (loss: Loss) => void;
  /** A drawing as a PNG; undefined if it cannot be made. */
  readonly drawPng: (
    svg: string,
    size: { readonly width: number; readonly height: number },
  ) => Uint8Array | undefined;
  /** What a table of contents needs to know of the headings. */
  readonly headingContext: Pick<DocumentContext, 'anchors' | 'contentsAfter'>;
  /** The terms of an index, and what tells that a text has one. */
  readonly indexed: readonly { readonly name: string; readonly pattern: RegExp }[];
  /** Turns the blocks inside another block into parts. */
  readonly parts: (blocks: readonly Block[], context: WordContext) => WordPart[];
  /** A new name for a drawing. */
  readonly nextId: () => string;
}
