import type { Place } from '../diagnostics/diagnostic.ts';

/** A stretch of text set in one way. */
export interface TextRun {
  readonly kind: 'text';
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly code?: boolean;
  /** Struck out: a line is drawn through it. */
  readonly strike?: boolean;
  /** Where a click on it leads: an address, or `#` and the name of a heading's place in this document. */
  readonly link?: string;
  /** Where it was written, if that is not where its block was. */
  readonly at?: Place;
}

/** A line break that the author asked for. */
interface LineBreak {
  readonly kind: 'break';
}

/** A rule to write on, on the line of text: so many points wide, or to the end of the line. */
interface WritingRule {
  readonly kind: 'blank';
  readonly width: number | 'rest';
}

/** A sign in the text for a note that stands at the foot of the page. */
export interface NoteReference {
  readonly kind: 'note';
  /** The note's number in the document, from 1. */
  readonly number: number;
  /** The sign. */
  readonly label: string;
  /** What the note says; nothing where the text refers to it again, since it stands with the first reference. */
  readonly blocks: readonly Block[];
  readonly at?: Place;
}

export type Inline = TextRun | LineBreak | WritingRule | NoteReference;

/** How text looks: the name of a group of tokens in a style (`lead` stands for `lead-font`, `lead-size`, `lead-leading`). */
export type Look = (typeof LOOKS)[number];

export const LOOKS = [
  'cover',
  'title',
  'heading',
  'subheading',
  'lead',
  'body',
  'small',
  'label',
  'display',
  'furniture',
] as const;

interface Common {
  /** Where it was written. */
  readonly at: Place;
}

export interface Heading extends Common {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  readonly text: readonly Inline[];
  /** In place of the look of its level. */
  readonly look?: Look;
}

export interface Paragraph extends Common {
  readonly kind: 'paragraph';
  readonly text: readonly Inline[];
  readonly look: Look;
  /** Whether lines are made about equally long, and never hyphenated: for display text. */
  readonly balanced?: boolean;
  /** Whether lines stand in the middle of the column. */
  readonly centred?: boolean;
  /** Whether lines are left uneven even where reading text is justified: a task is read by the phrase. */
  readonly ragged?: boolean;
  /** Verse: its line breaks are the poet's. A line too long for the column goes on set in, so that it reads as one line. */
  readonly verse?: boolean;
  /** Code: lines are kept as written. */
  readonly preformatted?: boolean;
  /** Whether lines stand apart, so that there is room to write in them. */
  readonly open?: boolean;
  /** At the left if undefined. In a table its column says so. */
  readonly align?: 'right' | 'centre';
  /** Stands at the right end of the last line: marks, a box to tick. */
  readonly tail?: readonly Inline[];
  /** The look of the tail, where it is not that of the text. */
  readonly tailLook?: Look;
  /** Whether every line ends clear of the tail, so that the tail always finds room on the last. */
  readonly tailClear?: boolean;
}

export interface List extends Common {
  readonly kind: 'list';
  /** The first number, or undefined for bullets. */
  readonly start?: number;
  /** What stands after the numbers. */
  readonly delimiter?: '.' | ')';
  /** In place of numbers and bullets, and the widest label that there may be elsewhere; an item may have none (''). */
  readonly labels?: {
    readonly texts: readonly string[];
    readonly room: string;
    /** For letters that the author wrote: how they count. They look like the text; other labels are bold. */
    readonly numbering?: 'LowerAlpha' | 'UpperAlpha' | 'LowerRoman' | 'UpperRoman';
  };
  /** For each item whether it is done, or undefined if it is no task: tasks have a box in place of a bullet. */
  readonly tasks?: readonly (boolean | undefined)[];
  readonly items: readonly (readonly Block[])[];
  /** Whether the items stand close together. */
  readonly tight: boolean;
  readonly look: Look;
}

/** Text whose lines are numbered at the right, every so many, so that questions can point to them. */
export interface NumberedLines extends Common {
  readonly kind: 'numbered-lines';
  readonly blocks: readonly Block[];
  readonly every: number;
}

/** Terms, each with one or more definitions under it. */
export interface Definitions extends Common {
  readonly kind: 'definitions';
  readonly items: readonly {
    readonly terms: readonly (readonly Inline[])[];
    readonly definitions: readonly (readonly Block[])[];
  }[];
  readonly tight: boolean;
}

/** Words of somebody else, set apart. */
export interface Quote extends Common {
  readonly kind: 'quote';
  readonly blocks: readonly Block[];
  readonly attribution?: readonly Inline[];
}

export interface TableColumn {
  readonly align: 'left' | 'right' | 'centre';
  /** Share of the width; columns without one take what their text needs. */
  readonly share?: number;
}

/** What a cell holds. */
export type TableCell = readonly Block[];

export interface Table extends Common {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  /** None for a table without a header. */
  readonly header: readonly TableCell[];
  readonly rows: readonly (readonly TableCell[])[];
  /** Whether cells are set in the size of reading text, rather than small. */
  readonly large?: boolean;
  /** Whether the first cell of each row names the row. */
  readonly rowHeaders?: boolean;
  /** Whether lines stand between its columns: it is there to be written in. */
  readonly grid?: boolean;
}

/** Side by side, not broken over pages. */
export interface Columns extends Common {
  readonly kind: 'columns';
  readonly columns: readonly { readonly share: number; readonly blocks: readonly Block[] }[];
  /** How many ems wide the narrowest must be, at least; else they stand below one another. 7 if undefined. */
  readonly least?: number;
}

export interface BoxBlock extends Common {
  readonly kind: 'box';
  readonly blocks: readonly Block[];
  /** A callout is a tint beside a bar. */
  readonly tone: 'tint' | 'frame' | 'bar' | 'callout';
}

interface RuleBlock extends Common {
  readonly kind: 'rule';
}

/** Blocks that stand upside down, so that nobody reads them by chance. */
export interface Turned extends Common {
  readonly kind: 'turned';
  readonly blocks: readonly Block[];
}

/** Room: so many points, or (`fill`) a share of what is left of the page. */
interface SpaceBlock extends Common {
  readonly kind: 'space';
  readonly height: number;
  readonly fill: number;
}

/** How room for an answer is marked. */
export type Ruling = 'lined' | 'squared' | 'dotted' | 'boxed' | 'blank';

/**
 * Room to write in: so many lines, or as many as an answer of so many words needs, or so many points, and perhaps the
 * rest of the page besides.
 */
export interface AnswerSpace extends Common {
  readonly kind: 'answer-space';
  readonly lines: number | { readonly words: number } | { readonly height: number };
  readonly rest: boolean;
  /** Lines if undefined. */
  readonly ruling?: Ruling;
  /** Stands above the lines of the rest of the page, which are left out if there is room for fewer than three. */
  readonly title?: readonly Inline[];
}

/** A picture with what it shows in words. */
export interface Figure extends Common {
  readonly kind: 'figure';
  /** The picture's path, as the files of the pack are shown to their author. */
  readonly picture: string;
  /** What it shows, for whoever cannot see it. */
  readonly alt: string;
  readonly caption?: readonly Inline[];
  /** Its width as a share of the column, from 0 to 1; without one it is as wide as it is, or as the column. */
  readonly share?: number;
}

/** What stands in the margin column, beside the block that follows it. */
export interface Aside extends Common {
  readonly kind: 'aside';
  readonly blocks: readonly Block[];
}

interface PageBreak extends Common {
  readonly kind: 'page-break';
  /** Whether what follows begins on a right-hand page. */
  readonly recto: boolean;
}

/** What follows begins at the top of the next column, or of the next page if there is no other column. */
interface ColumnBreak extends Common {
  readonly kind: 'column-break';
}

/** Blocks that stay on one page if they can. */
export interface Group extends Common {
  readonly kind: 'group';
  readonly blocks: readonly Block[];
  /** Whether it is parted only where no page could hold it, rather than where it fills about half of one. */
  readonly whole?: boolean;
  /** Whether it does not stand without what follows it. */
  readonly leads?: boolean;
  /**
   * Stands on top of each page on which the group goes on, as the header of a table does. Groups in a row that say the
   * same are parts of one thing: it stands there too where a page begins with one of them.
   */
  readonly continued?: readonly Inline[];
}

/** The headings that follow, down to a level, with the pages they stand on. */
export interface Contents extends Common {
  readonly kind: 'contents';
  readonly depth: number;
  /** A heading with more than so many below it is listed without them. */
  readonly most: number;
}

/** Terms with the pages before it on which any of their words stand. */
export interface Index extends Common {
  readonly kind: 'index';
  readonly terms: readonly { readonly name: string; readonly words: readonly string[] }[];
}

/** The core blocks: all that layout has to know. Whatever else an author can write is expanded into these. */
export type Block =
  | Heading
  | Paragraph
  | List
  | Definitions
  | Quote
  | Table
  | Columns
  | Figure
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
