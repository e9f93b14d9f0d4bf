import type { Place } from '../diagnostics/diagnostic.ts';
import type { Look } from './look.ts';
import type { InlinePicture, PictureContent } from './picture-content.ts';
import type { LineBreak, TextRun, WritingRule } from './text-run.ts';

/** A reference in the text to a note at the foot of the page. */
export interface NoteReference {
  readonly kind: 'note';
  /** The note's number in the document, from 1. */
  readonly number: number;
  /** The number or sign that is printed. */
  readonly label: string;
  /** The text of the note; empty for a second reference to the same note. */
  readonly blocks: readonly Block[];
  readonly at?: Place;
}

export type Inline = TextRun | LineBreak | WritingRule | NoteReference | InlinePicture;

interface Common {
  /** Where it was written. */
  readonly at: Place;
}

export interface Heading extends Common {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  readonly text: readonly Inline[];
  /** Names that the author gave it, or something below it, for links: those of the words come besides. */
  readonly ids?: readonly string[];
  readonly centred?: boolean;
  /** Replaces the look of its level. */
  readonly look?: Look;
}

export interface Paragraph extends Common {
  readonly kind: 'paragraph';
  readonly text: readonly Inline[];
  readonly look: Look;
  /** Whether it is grey: what is read only if something else sends the eye there. */
  readonly quiet?: boolean;
  /** The tag of its language, if not that of the document. */
  readonly lang?: string;
  /** The word whose meaning it gives, where the same meaning may be given elsewhere too. */
  readonly term?: readonly Inline[];
  /** Whether lines are of about equal length and never hyphenated: for display text. */
  readonly balanced?: boolean;
  /** Whether lines are centred in the column. */
  readonly centred?: boolean;
  /** Whether lines stay ragged even where reading text is justified: a task is read phrase by phrase. */
  readonly ragged?: boolean;
  /** Verse: its line breaks are the poet’s. The rest of a line too long for the column is indented. */
  readonly verse?: boolean;
  /** Lines of verse, counted from 0, that have no number of their own: directions, and the rest of a shared line. */
  readonly uncounted?: readonly number[];
  /** Code: lines are kept as written. */
  readonly preformatted?: boolean;
  /** Whether lines are far enough apart to write on. */
  readonly open?: boolean;
  /** Whether its last line stays with what follows: a question, or a line that ends in a colon. */
  readonly leads?: boolean;
  /** Whether it stays with what it follows: where a text comes from. */
  readonly trails?: boolean;
  /** Left if undefined; in a table, the alignment of the column. */
  readonly align?: 'right' | 'centre';
  /** Printed at the right end of the last line: marks, a box to tick. */
  readonly tail?: readonly Inline[];
  /** The look of the tail, if not that of the text. */
  readonly tailLook?: Look;
  /** Whether every line ends before the tail, so that the last line always has room for it. */
  readonly tailClear?: boolean;
}

export interface List extends Common {
  readonly kind: 'list';
  /** The first number, or undefined for bullets. */
  readonly start?: number;
  /** What is printed after the numbers. */
  readonly delimiter?: '.' | ')';
  /** Replaces numbers and bullets; an item may have no label (''). `room` is the widest label to leave room for. */
  readonly labels?: {
    readonly texts: readonly string[];
    readonly room: string;
    /** For letters that the author wrote, which look like the text; other labels are bold. */
    readonly numbering?: 'LowerAlpha' | 'UpperAlpha' | 'LowerRoman' | 'UpperRoman';
    /** What is drawn with each label: a box to tick or a blank to write on after it, or a frame around it. */
    readonly drawn?: 'tick-box' | 'blank' | 'frame';
    /**
     * Whether the items are no list to anyone who listens, but parts of their own, each with its label as a heading that
     * one can jump to: questions. `heading` is what is read out in place of a label.
     */
    readonly parts?: { readonly heading?: string };
  };
  /** Whether each item is done; undefined for one that is not a task. Tasks have a box instead of a bullet. */
  readonly tasks?: readonly (boolean | undefined)[];
  readonly items: readonly (readonly Block[])[];
  /** Whether there is no space between the items. */
  readonly tight: boolean;
  readonly look: Look;
}

/** Text whose lines are numbered on the right, so that questions can refer to them: in verse those of the poem. */
export interface NumberedLines extends Common {
  readonly kind: 'numbered-lines';
  readonly blocks: readonly Block[];
  /** Lines between two numbers: 5 numbers every fifth line. */
  readonly every: number;
  /** The number of the first line. */
  readonly first: number;
}

/** Terms, each with one or more definitions under it. */
export interface Definitions extends Common {
  readonly kind: 'definitions';
  readonly items: readonly {
    readonly terms: readonly (readonly Inline[])[];
    readonly definitions: readonly (readonly Block[])[];
  }[];
  readonly tight: boolean;
  /** Whether each definition begins on the line of its terms, in small type: a glossary. */
  readonly runIn?: boolean;
}

/** Someone else’s words, set apart from the text. */
export interface Quote extends Common {
  readonly kind: 'quote';
  readonly blocks: readonly Block[];
  readonly attribution?: readonly Inline[];
}

export interface TableColumn {
  readonly align: 'left' | 'right' | 'centre';
  /** Its share of the width, from 0 to 1; without one it is as wide as its text needs. */
  readonly share?: number;
}

/** The content of a cell. */
export type TableCell = readonly Block[];

/** Cells that are one: the first of them, counted from 0 with the header’s rows, and how many there are. */
export interface MergedCells {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Table extends Common {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  /** Empty for a table without a header. */
  readonly header: readonly TableCell[];
  /** Further rows of the header. */
  readonly moreHeaders?: readonly (readonly TableCell[])[];
  readonly rows: readonly (readonly TableCell[])[];
  /** Cells that span columns or rows. What they cover is empty. */
  readonly merged?: readonly MergedCells[];
  /** Whether cells are in the size of reading text instead of small. */
  readonly large?: boolean;
  /** Whether the first cell of each row names the row: in bold, or plain, as the other cells are. */
  readonly rowHeaders?: boolean | 'plain';
  /** Whether shares include the gaps between columns, so that columns line up with those of other tables, however many they are. */
  readonly aligned?: boolean;
  /** Whether its rows are as close as they can be read. */
  readonly close?: boolean;
  /** The least height of its rows, in points, for tables to write in. */
  readonly rowHeight?: number;
  /** The share of a page that its rows fill, by being higher than the least: up to two and a half times. */
  readonly fill?: number;
  /** Whether there are lines between the columns: the table is to be written in. */
  readonly grid?: boolean;
  /** Whether it has a line on every side as well. */
  readonly framed?: boolean;
}

/** Blocks side by side, not broken across pages. */
export interface Columns extends Common {
  readonly kind: 'columns';
  readonly columns: readonly { readonly share: number; readonly blocks: readonly Block[] }[];
  /** The least width of a column, in ems; if one would be narrower, the columns are stacked. 7 if undefined. */
  readonly least?: number;
}

/** A box of a board. */
export interface BoardBox {
  /** Where what is in it was written, or chosen. */
  readonly at: Place;
  readonly title: Heading;
  readonly blocks: readonly Block[];
  /** The least number of lines to write on, below them; as many more as the box has room for. */
  readonly lines?: number;
}

/** Boxes with titles that fill a page, in columns of equal height. */
export interface BoardBlock extends Common {
  readonly kind: 'board';
  readonly title?: Heading;
  /** What is said below the title. */
  readonly note?: Paragraph;
  /** What is beside the title, at the right. */
  readonly beside?: readonly Block[];
  readonly boxes: readonly BoardBox[];
  /** All boxes have to be on one page, except in a style whose smallest type is larger than this, in points. */
  readonly smallest?: number;
}

export interface BoxBlock extends Common {
  readonly kind: 'box';
  readonly blocks: readonly Block[];
  /** A callout has a tint and a bar. */
  readonly tone: 'tint' | 'frame' | 'bar' | 'callout';
}

interface RuleBlock extends Common {
  readonly kind: 'rule';
}

/** Blocks that are printed upside down, so that they are not read by accident. */
export interface Turned extends Common {
  readonly kind: 'turned';
  readonly blocks: readonly Block[];
}

/** Empty space: at least `height` points, and `fill` shares of the rest of the page. */
interface SpaceBlock extends Common {
  readonly kind: 'space';
  readonly height: number;
  readonly fill: number;
}

/** How space for an answer is marked. */
export type Ruling = 'lined' | 'squared' | 'dotted' | 'boxed' | 'blank';

/**
 * Space to write in: a number of lines, the lines that an answer of some letters needs in handwriting, or a height in points; and, with
 * `rest`, the rest of the page.
 */
export interface AnswerSpace extends Common {
  readonly kind: 'answer-space';
  readonly lines: number | { readonly letters: number } | { readonly height: number };
  readonly rest: boolean;
  /** Lines if undefined. */
  readonly ruling?: Ruling;
  /** Printed above lines that fill the rest of the page; all are left out if there is room for fewer than three. */
  readonly title?: readonly Inline[];
}

/** A picture with a description, in a place of its own. */
export interface Figure extends Common, PictureContent {
  readonly kind: 'figure';
  readonly caption?: readonly Inline[];
  /** For a small picture at the left, such as a logo: the largest height, in points. */
  readonly emblem?: number;
}

/** A square of a grid, and what is printed in it. */
export interface GridSquare {
  readonly letter?: string;
  /** Whether the letter is one of those to find: on a key, the others are grey. */
  readonly found?: boolean;
  /** Printed small in its corner. */
  readonly number?: number;
  /** Whether it is filled, since it would look like a square for a letter. */
  readonly filled?: boolean;
}

/** A place in a grid, counted from 0. */
interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** A grid of squares with letters or room for them: a puzzle. */
export interface SquareGrid extends Common {
  readonly kind: 'square-grid';
  /** Row by row, as many in each; null where the grid has no square. */
  readonly rows: readonly (readonly (GridSquare | null)[])[];
  /** What it shows, for people who cannot see it. */
  readonly alt: string;
  /** Whether each square is drawn, rather than a frame around all. */
  readonly lined: boolean;
  /** Outlines around squares in a line, from the first to the last. */
  readonly rings?: readonly { readonly from: GridPlace; readonly to: GridPlace }[];
  /** The side of a square in points, if its type fits in it and all squares fit on a page. */
  readonly side: number;
}

/** A box of a diagram. */
export interface DiagramBox {
  readonly at: Place;
  readonly text: readonly Inline[];
  /** Whether it has a thick outline and bold letters: a main character, the idea that a map begins with. */
  readonly strong?: boolean;
}

/** A line of a diagram from one box to another, by their places in the list of boxes. */
export interface DiagramLink {
  readonly at: Place;
  readonly from: number;
  readonly to: number;
  readonly label?: readonly Inline[];
}

/** Boxes with lines between them. Layout measures their texts, and places them so that nothing overlaps. */
export interface Diagram extends Common {
  readonly kind: 'diagram';
  readonly boxes: readonly DiagramBox[];
  readonly links: readonly DiagramLink[];
  /** Whether lines have arrowheads. */
  readonly arrows: boolean;
  /** Whether lines lead downwards or to the right, if both will do. */
  readonly direction?: 'down' | 'across';
  /** What it shows, for people who cannot see it. */
  readonly alt: string;
  /** The same as a table, with a row for each line. */
  readonly key: Table;
  /** When the table is printed below the drawing: always, or if labels need more room than there is. */
  readonly keyed: 'always' | 'if-needed';
}

/** A place in a drawing, in its widths from the top left corner, down as well as across. */
export type DrawingPoint = readonly [x: number, y: number];

/** A line of a drawing through points, or a circle. */
export interface DrawingShape {
  readonly line: readonly DrawingPoint[] | { readonly centre: DrawingPoint; readonly radius: number };
  /** `curve` is smooth through all of its points; `dot` is a filled circle, and `shade` an area in the tint of the style. */
  readonly as: 'line' | 'thin' | 'outline' | 'curve' | 'dot' | 'shade';
}

/** A text of a drawing beside a place. */
export interface DrawingText {
  readonly at: Place;
  readonly text: readonly Inline[];
  readonly point: DrawingPoint;
  /** Where the text is from its point. */
  readonly side: 'left' | 'above' | 'above-left' | 'above-right' | 'below' | 'centre';
  /** How many lines further from its point it is. */
  readonly lines?: number;
  /** Texts on the left of their points, in columns: the second is left of the widest text of the first. */
  readonly column?: 1 | 2;
  /** Its greatest width, in widths of the drawing. */
  readonly widest: number;
  readonly strong?: boolean;
}

/** A drawing with texts, whose type is that of the style however large the drawing is. */
export interface DrawingBlock extends Common {
  readonly kind: 'drawing';
  readonly shapes: readonly DrawingShape[];
  readonly texts: readonly DrawingText[];
  /** Its width without texts that stick out, as a share of the column. */
  readonly share: number;
  /** What it shows, for people who cannot see it. */
  readonly alt: string;
  /** What is set in its place where its texts have no room. */
  readonly otherwise?: Table;
}

/** Blocks in the margin column, beside the block that follows. */
export interface Aside extends Common {
  readonly kind: 'aside';
  readonly blocks: readonly Block[];
  /**
   * Whether it repeats something printed elsewhere. Such asides are spread over the text up to the next heading of level 1
   * or 2, as far as there is room, and left out where there is no margin column.
   */
  readonly repeats?: boolean;
}

interface PageBreak extends Common {
  readonly kind: 'page-break';
  /** Whether what follows begins on a right-hand page. */
  readonly recto: boolean;
  /**
   * Whether it begins on a left-hand page if it takes several pages and that needs no more sheets: then the first two face
   * each other.
   */
  readonly spread?: boolean;
  /** Whether it follows on where that saves a page. */
  readonly spare?: boolean;
  /** The number of columns of what follows, in place of the columns and the margin column of the document. */
  readonly columns?: number;
  /** Printed on the left-hand page before it, if that would be blank: something that is printed elsewhere too. */
  readonly facing?: readonly Block[];
}

/** What follows begins at the top of the next column, or of the next page if there is no other column. */
interface ColumnBreak extends Common {
  readonly kind: 'column-break';
}

/** Blocks that stay on one page if they can. */
export interface Group extends Common {
  readonly kind: 'group';
  readonly blocks: readonly Block[];
  /** Whether it is as wide as text and margin column together. */
  readonly wide?: boolean;
  /** Whether it is broken only if no page can hold it, rather than if it fills about half a page. */
  readonly whole?: boolean;
  /** Whether it stays with what follows it. */
  readonly leads?: boolean;
  /**
   * Printed at the top of each page on which the group continues, like the header of a table. Neighbouring groups with the
   * same text are parts of one thing: it is also printed where a page begins with one of them.
   */
  readonly continued?: readonly Inline[];
}

/** A list of the headings that follow, down to a level, with their pages. */
export interface Contents extends Common {
  readonly kind: 'contents';
  readonly depth: number;
  /** A heading with more headings than this under it is listed without them. */
  readonly most: number;
  /** Whether all headings are listed if none follows. */
  readonly all?: boolean;
}

/** Terms with the pages, before this block, on which any of their words are. */
export interface Index extends Common {
  readonly kind: 'index';
  readonly terms: readonly { readonly name: string; readonly words: readonly string[] }[];
}

/** The core blocks: all that layout knows. Everything else that an author can write is expanded into these. */
export type Block =
  | Heading
  | Paragraph
  | List
  | Definitions
  | Quote
  | Table
  | Columns
  | Figure
  | BoardBlock
  | SquareGrid
  | Diagram
  | DrawingBlock
  | BoxBlock
  | NumberedLines
  | Turned
  | RuleBlock
  | SpaceBlock
  | AnswerSpace
  | Aside
  | Group
  | Contents
  | Index
  | ColumnBreak
  | PageBreak;
