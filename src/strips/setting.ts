import type { Contents, Heading, NoteReference } from '../blocks/block.ts';
import type { Style } from '../blocks/style.ts';
import type { Report } from '../diagnostics/report.ts';
import type { FontBook } from '../fonts/font-book.ts';
import type { Language } from '../language/language.ts';
import type { Strip } from './strip.ts';
import type { DraftNode } from './structure-draft.ts';

/** What setting a block takes from around it. */
export interface Setting {
  readonly style: Style;
  readonly fonts: FontBook;
  readonly language: Language;
  readonly report: Report;
  /** The node that the block's own nodes are added to. */
  readonly parent: DraftNode;
  /** How high the text of a page is, in points. */
  readonly pageHeight: number;
  /** The width of the margin column, or 0. */
  readonly asideWidth: number;
  /** The number of each heading of the document, in order: what the contents and links lead to. */
  readonly anchors: ReadonlyMap<Heading, number>;
  /** The level of each heading in the structure, which skips none. */
  readonly levels: ReadonlyMap<Heading, Heading['level']>;
  /** For each table of contents, the number of the last heading before it. */
  readonly contentsAfter: ReadonlyMap<Contents, number>;
  /** For each term of an index, the pages that an earlier pass found it on, as they are printed. */
  readonly mentions: ReadonlyMap<string, string>;
  /** Sets a footnote in the width of the text’s column. */
  readonly setNote: (note: NoteReference) => readonly Strip[];
  /** Gives each backdrop an id of its own. */
  readonly nextBackdrop: () => number;
}
