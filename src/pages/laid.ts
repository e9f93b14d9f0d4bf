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

/** Where marks of the page may belong: they name the slot, and its place among the children is its place in reading order. */
export interface Slot {
  readonly slot: number;
}

/** A node of the structure tree, which is in logical order whatever the order of painting. */
export interface StructureNode {
  readonly node: number;
  readonly role: Role;
  readonly children: readonly (StructureNode | Slot)[];
  readonly alt?: string;
  /** For a Note, which must have one. */
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

/** An entry of the outline (the bookmarks): a heading and the page it stands on, from 0. */
export interface OutlineItem {
  readonly title: string;
  readonly level: number;
  readonly page: number;
}

/** A place that links and page references lead to: a page from 0, and a height on it. */
export interface Destination {
  readonly page: number;
  readonly y: number;
}

/**
 * A picture that pages show, by name; its bytes are base64 so that a Laid survives JSON. Samples are in gray (one channel)
 * or inks (four), 8 bits each, their rows filtered and folded as those of a PNG.
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

/** What layout and imposition return: plain data that says all that a painter needs. */
export interface Laid {
  readonly pages: readonly Page[];
  readonly structure: StructureNode;
  readonly outline: readonly OutlineItem[];
  readonly destinations: Readonly<Record<string, Destination>>;
  readonly images: readonly Image[];
  /** How sheets are to be printed; undefined where whoever prints may choose. */
  readonly sides?: 'one-sided' | 'long-edge' | 'short-edge';
  /** The cells of each sheet, in points from its top left, where pages stand in a grid as they are on fronts. */
  readonly cells?: readonly Box[];
  /** Whether every second sheet side holds the backs of what stands on the one before it. */
  readonly backs?: true;
  /** What is to be done with printed sheets; undefined where nothing is but to staple them. */
  readonly finish?: Finish;
}

/** What hands and machines do with printed sheets: `stack` is a pile cut in one go, whose parts are put on one another. */
type Finish =
  | { readonly kind: 'cut' | 'stack' | 'poster'; readonly columns: number; readonly rows: number }
  | { readonly kind: 'fold-and-cut'; readonly columns: number; readonly rows: number }
  | { readonly kind: 'booklet' };
