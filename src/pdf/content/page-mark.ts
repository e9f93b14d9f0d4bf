import type { Box } from '../../pages/page.ts';
import type { ReadColour } from './read-colour.ts';

/**
 * Where something on a page belongs in the structure: in the marked content of a number, outside it as an artifact of a
 * kind (empty if the file gives none), or in neither.
 */
export type ReadStructureRef = { readonly mcid: number } | { readonly artifact: string } | undefined;

/** Why something on the page can't be seen: it is drawn in no colour, fully transparent, or clipped away. */
export type Hidden = 'no colour' | 'transparent' | 'clipped';

interface Placed {
  /** In points from the top left of the page, as it is shown. */
  readonly box: Box;
  readonly structureRef: ReadStructureRef;
  /** Under 1 if what is beneath shows through. */
  readonly opacity?: number;
}

/** Text of one show operator: in one font, on one baseline. */
export interface ReadText extends Placed {
  readonly kind: 'text';
  /** What a copy or a screen reader gets. */
  readonly text: string;
  /** Where its baseline begins and ends. */
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  /** In points, as it is printed. */
  readonly size: number;
  /** Degrees clockwise. */
  readonly turn: number;
  /** The font's place in the list of fonts. */
  readonly font: number;
  readonly colour: ReadColour;
  readonly hidden?: Hidden;
  /** Characters that the font has no glyph for. */
  readonly missing?: string;
  /** Characters whose glyph draws nothing, though they are not spaces. */
  readonly undrawn?: string;
  /** How many glyphs have no character: they are lost in a copy. */
  readonly unmapped?: number;
  /** Places where words are kept apart by a gap only, without a space: the text around each. */
  readonly unspaced?: readonly string[];
}

/** A line, rectangle or outline. */
export interface ReadShape extends Placed {
  readonly kind: 'shape';
  readonly fill?: ReadColour;
  readonly stroke?: {
    readonly colour: ReadColour;
    /** In points, as it is printed. */
    readonly width: number;
  };
  /**
   * The outline as polygons, x and y in turn, for a fill that is not an upright rectangle; empty if it has too many
   * corners.
   */
  readonly rings?: readonly (readonly number[])[];
}

export interface ReadImage extends Placed {
  readonly kind: 'image';
  /** The number of the picture's object: the same picture has the same. Empty for one in the page itself. */
  readonly object: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels per inch, across and down. */
  readonly resolution: readonly [number, number];
  /** Its colours, without values. */
  readonly colour: ReadColour;
  /** Whether it is a stencil that is painted in a colour. */
  readonly stencil: boolean;
  readonly hidden?: Hidden;
}

/** Anything that is painted on a page, as it is read back. */
export type ReadMark = ReadText | ReadShape | ReadImage;
