import type { Block, Contents, Heading, Look, NoteReference, TableColumn } from '../../blocks/block.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { FontBook } from '../../pages/fonts/font-book.ts';
import type { Picture } from '../../pages/picture.ts';
import type { Language } from '../language/language.ts';
import type { TextItem } from '../lines/text-context.ts';
import type { Style } from '../style/style.ts';
import type { Strip } from './strip.ts';
import type { DraftNode } from './structure-draft.ts';

/** What setting a block takes from around it. */
export interface LayoutContext {
  readonly style: Style;
  readonly fonts: FontBook;
  readonly language: Language;
  readonly report: Report;
  /** The items of plain words, as they are found: what a line breaker has to know of each. */
  readonly words: Map<string, TextItem[]>;
  /** The node that the block's own nodes are added to. */
  readonly parent: DraftNode;
  /** How high the text of a page is, in points. */
  readonly pageHeight: number;
  /** The width of the margin column, or 0. */
  readonly asideWidth: number;
  /** The height of a page's text area: nothing may be taller. */
  readonly frameHeight: number;
  /** The pictures of the document that could be read, by path. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Inside a cell of a table: how its text stands, and whether it is a header. */
  readonly cell?: { readonly align: TableColumn['align']; readonly head: boolean; readonly large?: boolean };
  /** The number of each heading of the document, in order: what the contents and links lead to. */
  readonly anchors: ReadonlyMap<Heading, number>;
  /** The level of each heading in the structure, which skips none. */
  readonly levels: ReadonlyMap<Heading, Heading['level']>;
  /** For each table of contents, the number of the last heading before it. */
  readonly contentsAfter: ReadonlyMap<Contents, number>;
  /** For each term of an index, the pages that an earlier pass found it on, as they are printed. */
  readonly mentions: ReadonlyMap<string, string>;
  /** Whether it stands in a quotation, whose opening mark hangs in the margin. */
  readonly quoted?: boolean;
  /** Sets blocks one after another: what holds blocks calls it for them. */
  readonly setBlocks: (blocks: readonly Block[], width: number, context: LayoutContext) => Strip[];
  /** Sets a footnote in the width of the text’s column. */
  readonly setNote: (note: NoteReference) => readonly Strip[];
  /** Gives each backdrop an id of its own. */
  readonly nextBackdrop: () => number;
}

/** The look of a text where it stands: what is body elsewhere is small in a table. */
export const lookOf = (look: Look, { cell }: LayoutContext): Look =>
  look === 'body' && cell ? (cell.head ? 'label' : cell.large ? 'body' : 'small') : look;
