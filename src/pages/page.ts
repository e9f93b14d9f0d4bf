/** A rectangle in points; y grows downwards from the top of the page. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Gray from 0 (black) to 1 (white); red, green and blue from 0 to 1; or four inks from 0 to 1. Black text is always gray 0
 * or black ink alone.
 */
export type Colour =
  | number
  | readonly [red: number, green: number, blue: number]
  | readonly [cyan: number, magenta: number, yellow: number, black: number];

/** Why a mark is not content: it is `page` furniture, `layout` such as a rule or a tint, or `background`. */
export type ArtifactKind = 'page' | 'layout' | 'background';

/** A mark’s place in the structure: a slot for content, or outside it as an artifact. */
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
  /** Whether overlapping parts of the outline are not filled (the even-odd rule). */
  readonly evenOdd?: boolean;
  readonly stroke?: {
    readonly colour: Colour;
    readonly width: number;
    readonly dash?: readonly number[];
    /** How far into the dash pattern the line begins, in points. */
    readonly dashOffset?: number;
    readonly cap?: 'butt' | 'round' | 'square';
    readonly join?: 'miter' | 'round' | 'bevel';
  };
}

/** A picture, by its name in the Laid’s list of images. */
export interface ImageMark {
  readonly kind: 'image';
  readonly structureRef: StructureRef;
  readonly image: string;
  readonly box: Box;
}

/** An area that links to an address or to a destination in this document. */
export interface LinkMark {
  readonly kind: 'link';
  /** The node of the structure that the link belongs to. */
  readonly node: number;
  readonly box: Box;
  readonly target: { readonly url: string } | { readonly destination: string };
  readonly contents: string;
}

/** Marks that are clipped, scaled, turned (in degrees, clockwise) and moved together, in this order. */
export interface GroupMark {
  readonly kind: 'group';
  readonly x: number;
  readonly y: number;
  readonly turn: 0 | 90 | 180 | 270;
  readonly scale: number;
  /** Replaces turn and scale: any linear map, as PDF and SVG write it (x′ = ax + cy, y′ = bx + dy). */
  readonly matrix?: readonly [a: number, b: number, c: number, d: number];
  /** For a group that is a Figure: its node. The clip, where it is on the page, is the Figure’s box. */
  readonly figure?: number;
  /** In the group’s coordinates. */
  readonly clip?: Box;
  /** An outline that clips too, inside `clip`, in the group’s coordinates. */
  readonly clipPath?: { readonly path: readonly PathStep[]; readonly evenOdd?: boolean };
  /** What the group is, for instance a page on a sheet. */
  readonly role: string;
  readonly marks: readonly Mark[];
}

export type Mark = TextMark | ShapeMark | ImageMark | LinkMark | GroupMark;

/** One side of a sheet of paper after cutting, and its marks. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly boxes: { readonly trim: Box; readonly bleed: Box; readonly crop: Box };
  /** The page number, as printed and as a viewer shows it. */
  readonly label: string;
  readonly marks: readonly Mark[];
}
