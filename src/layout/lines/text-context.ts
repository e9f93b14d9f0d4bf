import type { NoteReference, TextRun } from '../../blocks/block.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { FontBook } from '../../pages/fonts/font-book.ts';
import type { Language } from '../language/language.ts';
import type { LineItem } from './items.ts';
import type { TypeLook } from './type-look.ts';

/** A stretch of text in one face, or a rule to write on. */
export interface Span {
  readonly face: string;
  /** Empty for a rule. */
  readonly text: string;
  readonly run: TextRun;
  /** For a rule to write on: whether it goes on to the end of the line, and the least room for it. */
  readonly blank?: 'fixed' | 'rest';
  readonly blankWidth?: number;
  /** Underscores that the author wrote for a blank: set close, so that they are one rule, and still text. */
  readonly typedBlank?: true;
  /** For a mark that stands raised, such as a note’s number: its size as a share of the text’s. */
  readonly scale?: number;
  /** The note that the mark refers to. */
  readonly note?: NoteReference;
}
/** A piece of a word in one face, or a rule to write on. */
export interface Piece extends Span {
  readonly width: number;
}
/** A word’s pieces, or the space between words. */
export type TextItem = LineItem & { readonly pieces?: readonly Piece[] };
/** What reading text into items takes from around it. */
export interface TextContext {
  readonly fonts: FontBook;
  readonly language: Language;
  readonly report: Report;
  /** The items of plain words, as they are found. */
  readonly words?: Map<string, TextItem[]>;
}
/** How text is set in lines. */
export interface ItemOptions {
  readonly look: TypeLook;
  readonly at: Place;
  /** The width of the column. */
  readonly width: number;
  /** Whether words may be parted; otherwise only those are that are wider than the column. */
  readonly hyphenate?: boolean;
}
