/** A rectangle in points; y grows downwards from the top of the page. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Gray from 0 (black) to 1 (white), red, green and blue from 0 to 1, or shares of four inks. Black text is always gray 0, or
 * black ink alone.
 */
export type Colour =
  | number
  | readonly [red: number, green: number, blue: number]
  | readonly [cyan: number, magenta: number, yellow: number, black: number];

/** Why something on the page is not content: `page` furniture, or `layout` such as rules and tints. */
export type ArtifactKind = 'page' | 'layout' | 'background';

/** Where a mark stands in the structure: in a content slot of it, or outside, as an artifact. */
export type StructureRef = { readonly slot: number } | { readonly artifact: ArtifactKind };

/** A run of text on one baseline, in one font. */
export interface TextMark {
  readonly kind: 'text';
  readonly structureRef: StructureRef;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly text: string;
  /** The name of a face in the FontBook. */
  readonly face: string;
  readonly size: number;
  readonly colour: Colour;
  /** Points added to each space, for justified lines. */
  readonly wordSpace: number;
  /** Points added after each glyph. */
  readonly letterSpace: number;
  /** The advance of the whole run, spaces and all. */
  readonly width: number;
}

export type PathStep =
  | readonly ['M' | 'L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

/** A rectangle, line or path, filled, stroked or both. */
export interface ShapeMark {
  readonly kind: 'shape';
  readonly structureRef: StructureRef;
  readonly outline: { readonly box: Box; readonly radius?: number } | { readonly path: readonly PathStep[] };
  readonly fill?: Colour;
  /** Whether overlapping parts of the outline are left open. */
  readonly evenOdd?: boolean;
  readonly stroke?: {
    readonly colour: Colour;
    readonly width: number;
    readonly dash?: readonly number[];
    /** Where in the dashes the line begins. */
    readonly dashOffset?: number;
    readonly cap?: 'butt' | 'round' | 'square';
    readonly join?: 'miter' | 'round' | 'bevel';
  };
}

/** A picture from the Laid's list of images. */
export interface ImageMark {
  readonly kind: 'image';
  readonly structureRef: StructureRef;
  readonly image: string;
  readonly box: Box;
}

/** An area that leads somewhere: to an address, or to a destination in this document. */
export interface LinkMark {
  readonly kind: 'link';
  /** The node of the structure that the link belongs to. */
  readonly node: number;
  readonly box: Box;
  readonly target: { readonly url: string } | { readonly destination: string };
  readonly contents: string;
}

/** Marks moved, turned (in degrees, clockwise), scaled and clipped together, in this order from the inside out. */
export interface GroupMark {
  readonly kind: 'group';
  readonly x: number;
  readonly y: number;
  readonly turn: 0 | 90 | 180 | 270;
  readonly scale: number;
  /** In place of turn and scale: any linear map, as PDF and SVG write it (x′ = ax + cy, y′ = bx + dy). */
  readonly matrix?: readonly [a: number, b: number, c: number, d: number];
  /** The node of the Figure that the group is: where its clip comes to stand is the Figure's box. */
  readonly figure?: number;
  /** In the group's own measure. */
  readonly clip?: Box;
  /** What the group is: for instance a page on a sheet. */
  readonly role: string;
  readonly marks: readonly Mark[];
}

export type Mark = TextMark | ShapeMark | ImageMark | LinkMark | GroupMark;

/** One side of paper, as it will be after cutting, and what is on it. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly boxes: { readonly trim: Box; readonly bleed: Box; readonly crop: Box };
  /** The page number as it is printed and as a viewer shows it. */
  readonly label: string;
  readonly marks: readonly Mark[];
}
