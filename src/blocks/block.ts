import type { Place } from '../diagnostics/diagnostic.ts';

/** A stretch of text set in one way. */
export interface TextRun {
  readonly kind: 'text';
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly code?: boolean;
  /** Where a click on it leads. */
  readonly link?: string;
  /** Where it was written, if that is not where its block was. */
  readonly at?: Place;
}

/** A line break that the author asked for. */
export interface LineBreak {
  readonly kind: 'break';
}

/** A rule to write on, on the line of text: so many points wide, or to the end of the line. */
export interface Blank {
  readonly kind: 'blank';
  readonly width: number | 'rest';
}

/** The mark of a footnote, and what the note says. */
export interface NoteReference {
  readonly kind: 'note';
  readonly number: number;
  /** What is printed: the number, or a sign. */
  readonly label: string;
  readonly blocks: readonly Block[];
}

export type Inline = TextRun | LineBreak | Blank | NoteReference;

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
  /** Whether lines are left uneven even where reading text is justified: a task is read by the phrase. */
  readonly ragged?: boolean;
  /** Code: lines are kept as written. */
  readonly preformatted?: boolean;
}

export interface List extends Common {
  readonly kind: 'list';
  /** The first number, or undefined for bullets. */
  readonly start?: number;
  readonly items: readonly (readonly Block[])[];
  /** Whether the items stand close together. */
  readonly tight: boolean;
  readonly look: Look;
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

export interface Table extends Common {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  readonly header: readonly (readonly Inline[])[];
  readonly rows: readonly (readonly (readonly Inline[])[])[];
}

/** Side by side, not broken over pages. */
export interface Columns extends Common {
  readonly kind: 'columns';
  readonly columns: readonly { readonly share: number; readonly blocks: readonly Block[] }[];
}

export interface BoxBlock extends Common {
  readonly kind: 'box';
  readonly blocks: readonly Block[];
  readonly tone: 'tint' | 'frame' | 'bar';
}

export interface Rule extends Common {
  readonly kind: 'rule';
}

/** Room: so many points, or (`fill`) a share of what is left of the page. */
export interface Space extends Common {
  readonly kind: 'space';
  readonly height: number;
  readonly fill: number;
}

/** Lines to write on: so many, or as many as an answer of so many words needs, and perhaps the rest of the page besides. */
export interface AnswerSpace extends Common {
  readonly kind: 'answer-space';
  readonly lines: number | { readonly words: number };
  readonly rest: boolean;
  /** Stands above the lines of the rest of the page, which are left out if there is room for fewer than three. */
  readonly title?: readonly Inline[];
}

/** What stands in the margin column, beside the block that follows it. */
export interface Aside extends Common {
  readonly kind: 'aside';
  readonly blocks: readonly Block[];
}

export interface PageBreak extends Common {
  readonly kind: 'page-break';
  /** Whether what follows begins on a right-hand page. */
  readonly recto: boolean;
}

/** Blocks that stay on one page if they can. */
export interface Group extends Common {
  readonly kind: 'group';
  readonly blocks: readonly Block[];
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
  | Quote
  | Table
  | Columns
  | BoxBlock
  | Rule
  | Space
  | AnswerSpace
  | Aside
  | Group
  | Contents
  | Index
  | PageBreak;
