import type { NoteReference } from '../../blocks/block.ts';
import type { InlinePicture } from '../../blocks/picture-content.ts';
import type { TextRun } from '../../blocks/text-run.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { FontBook } from '../../pages/fonts/font-book.ts';
import type { ShapedWord } from '../../pages/fonts/shaped-word.ts';
import type { Picture } from '../../pages/picture.ts';
import type { Language } from '../language/language.ts';
import type { LineItem } from './items.ts';
import type { TypeLook } from './type-look.ts';

/** Text in one face, or a blank to write on. */
export interface Span {
  readonly face: string;
  /** Empty for a blank. */
  readonly text: string;
  readonly run: TextRun;
  /**
   * For a blank to write on: whether it fills the rest of the line. A gap is room without a rule; a picture is drawn in
   * its room. The width is that of the blank, or its least.
   */
  readonly blank?: 'fixed' | 'rest' | 'gap' | 'picture' | undefined;
  readonly blankWidth?: number | undefined;
  /** Underscores or dots that the author typed for a blank: underscores are set close, so that they form one rule. */
  readonly typedBlank?: true | undefined;
  /** For smaller text, and marks such as a note’s number: its size as a share of the text’s. */
  readonly scale?: number | undefined;
  /** How far it is above the line, in ems of the text; below it if negative. */
  readonly raise?: number | undefined;
  /** A picture, and the height that it is printed at. */
  readonly picture?: { readonly of: InlinePicture; readonly height: number } | undefined;
  /** The note that the mark refers to. */
  readonly note?: NoteReference | undefined;
}

/** A piece of a word in one face, or a blank to write on: `pieceOf` makes it. */
export interface Piece extends Span {
  readonly width: number;
  /** Its letters in glyphs, if it is a word or part of one. */
  readonly shaped: ShapedWord | undefined;
}

/** A word’s pieces, or the space between words. */
export type TextItem = LineItem & {
  readonly pieces?: readonly Piece[];
  /** For the first part of a word that may be hyphenated: the pieces of the whole word, and how many items it takes. */
  readonly whole?: { readonly pieces: readonly Piece[]; readonly items: number } | undefined;
};

/** What turning text into items needs besides the text. */
export interface TextContext {
  readonly fonts: FontBook;
  readonly language: Language;
  readonly report: Report;
  /** The pictures of the document that could be read, by path. */
  readonly pictures?: ReadonlyMap<string, Picture>;
  /** The most height that there is for a picture. */
  readonly frameHeight?: number;
}

/** How text is turned into items. */
export interface ItemOptions {
  readonly look: TypeLook;
  readonly at: Place;
  /** The width of the column. */
  readonly width: number;
  /** Whether words may be hyphenated; if not, only words wider than the column are. */
  readonly hyphenate?: boolean;
}
