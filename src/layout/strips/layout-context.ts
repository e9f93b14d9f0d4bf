import type { Block, Contents, Heading, List, NoteReference, TableColumn } from '../../blocks/block.ts';
import type { Look } from '../../blocks/look.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { FontBook } from '../../pages/fonts/font-book.ts';
import type { Picture } from '../../pages/picture.ts';
import type { Language } from '../language/language.ts';
import type { Style } from '../style/style.ts';
import type { Strip } from './strip.ts';
import type { DraftNode } from './structure-draft.ts';

/** What setting a block needs from its surroundings. All measurements are in points. */
export interface LayoutContext {
  readonly style: Style;
  readonly fonts: FontBook;
  readonly language: Language;
  readonly report: Report;
  /** The node that the block's own nodes are added to. */
  readonly parent: DraftNode;
  /** The height of the text area of a page. */
  readonly pageHeight: number;
  /** The width of the margin column, or 0. */
  readonly asideWidth: number;
  /** The width of text and margin column together, for what is set at the width of the text; undefined without a column. */
  readonly wide?: { readonly columnWidth: number; readonly width: number };
  /**
   * How far a table as wide as the column may extend beyond it on either side, if the page has room there. A block inside
   * another one is narrower, so that it stays inside.
   */
  readonly overhang?: { readonly columnWidth: number; readonly each: number };
  /** The height available to a block: nothing may be taller. */
  readonly frameHeight: number;
  /** The pictures of the document that could be read, by path. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Inside a table cell: its alignment, whether it is a header, and whether its text has the body size. */
  readonly cell?: { readonly align: TableColumn['align']; readonly head: boolean; readonly large?: boolean };
  /** The lowest level of heading that begins an entry: what a table of contents lists. 0 in a document without one. */
  readonly entryLevel: number;
  /** The number of each heading in the document, in order: the target of links and of the contents. */
  readonly anchors: ReadonlyMap<Heading, number>;
  /** The level of each heading in the structure tree, where no level is skipped. */
  readonly levels: ReadonlyMap<Heading, Heading['level']>;
  /** The level of the labels of lists whose items are parts, as headings. */
  readonly partLevels: ReadonlyMap<List, Heading['level']>;
  /** For each table of contents, the number of the last heading before it. */
  readonly contentsAfter: ReadonlyMap<Contents, number>;
  /** For each term of an index, the pages where an earlier pass found it. */
  readonly mentions: ReadonlyMap<string, readonly { page: number; label: string; main: boolean }[]>;
  /** Whether the block is inside a quotation, whose opening quotation mark hangs in the margin. */
  readonly quoted?: boolean;
  /** Whether the block is inside a list, whose lines are ragged. */
  readonly listed?: boolean;
  /** Whether a page may end inside the lines for an answer. */
  readonly dividesAnswers?: boolean;
  /** Sets the blocks inside another block. */
  readonly setBlocks: (blocks: readonly Block[], width: number, context: LayoutContext) => Strip[];
  /** Sets a footnote at the width of a column of text. */
  readonly setNote: (note: NoteReference) => readonly Strip[];
  /** Gives a new id for each backdrop. */
  readonly nextBackdrop: () => number;
}

/** Gives the look of a text in its context: body text is small inside a table. */
export const lookOf = (look: Look, { cell }: LayoutContext): Look =>
  look === 'body' && cell ? (cell.head ? 'label' : cell.large ? 'body' : 'small') : look;
