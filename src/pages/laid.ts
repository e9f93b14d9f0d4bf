import type { Place } from '../diagnostics/diagnostic.ts';
import type { Box, Page } from './page.ts';

/** The roles of the structure tree: standard structure types of PDF 1.7, named as there. */
export type Role =
  | 'Document'
  | 'Part'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'BlockQuote'
  | 'TOC'
  | 'TOCI'
  | 'Index'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Caption'
  | 'Note'
  | 'Link'
  | 'Code'
  | 'Span'
  | 'Div';

/** A place for marks in the structure: they refer to its number. Its place among the children is its reading order. */
export interface Slot {
  readonly slot: number;
  /** Where its content was written. */
  readonly at?: Place;
}

/** A node of the structure tree. The tree is in reading order, whatever the order of painting. */
export interface StructureNode {
  readonly node: number;
  readonly role: Role;
  readonly children: readonly (StructureNode | Slot)[];
  readonly alt?: string;
  /** What is read out in place of its text. */
  readonly actualText?: string;
  /** Required for a Note. */
  readonly id?: string;
  readonly lang?: string;
  readonly numbering?:
    | 'None'
    | 'Disc'
    | 'Decimal'
    | 'LowerAlpha'
    | 'UpperAlpha'
    | 'LowerRoman'
    | 'UpperRoman';
  readonly scope?: 'Row' | 'Column' | 'Both';
  readonly span?: { readonly columns?: number; readonly rows?: number };
}

/** An entry of the outline (the bookmarks): a heading and the index of its page. */
export interface OutlineItem {
  readonly title: string;
  readonly level: number;
  readonly page: number;
}

/** A place that links and page references lead to: the index of a page, and a height on it in points. */
export interface Destination {
  readonly page: number;
  readonly y: number;
}

/**
 * A picture that pages show by its name. Its bytes are base64, so that a Laid can be JSON. Samples are gray (one channel) or
 * inks (four), 8 bits each, in rows that are filtered and compressed like a PNG’s.
 */
export type Image =
  | { readonly name: string; readonly format: 'png' | 'jpeg'; readonly data: string }
  | {
      readonly name: string;
      readonly format: 'samples';
      readonly data: string;
      readonly width: number;
      readonly height: number;
      readonly channels: 1 | 4;
    };

/** The result of layout and imposition: plain data with everything that a painter needs. */
export interface Laid {
  readonly pages: readonly Page[];
  readonly structure: StructureNode;
  readonly outline: readonly OutlineItem[];
  readonly destinations: Readonly<Record<string, Destination>>;
  readonly images: readonly Image[];
  /** How to print the sheets; undefined if it does not matter. */
  readonly sides?: 'one-sided' | 'long-edge' | 'short-edge';
  /** For pages in a grid: the cells of the front of a sheet, in points from its top left. */
  readonly cells?: readonly Box[];
  /** Whether every second side holds the backs of what is on the side before it. */
  readonly backs?: true;
  /** What to do with the printed sheets; undefined if they are only stapled. */
  readonly finish?: Finish;
}

/** How printed sheets are finished. For `stack` the whole pile is cut at once, and its parts are put on top of each other. */
type Finish =
  | { readonly kind: 'cut' | 'stack' | 'poster'; readonly columns: number; readonly rows: number }
  | { readonly kind: 'fold-and-cut'; readonly columns: number; readonly rows: number }
  | { readonly kind: 'booklet' };
