import type { Mark } from './page.ts';

/** A picture of pixels, checked and ready to be embedded. */
export interface Raster {
  readonly kind: 'raster';
  readonly format: 'png' | 'jpeg';
  /** Base64. */
  readonly data: string;
  /** In pixels, as they are stored. */
  readonly width: number;
  readonly height: number;
  /** How far to turn it so that it is upright, in degrees clockwise. */
  readonly turn: 0 | 90 | 180 | 270;
  /** Whether it is then mirrored from left to right, as front cameras store pictures. */
  readonly mirrored?: boolean;
  /** For a drawing in pixels: its own width, in points. */
  readonly natural?: number;
  /** For a drawing in pixels: the words in it. */
  readonly words?: string;
}

/** A picture of shapes and text. Its marks refer to slot 0; layout gives them their real slot and place. */
export interface Drawing {
  readonly kind: 'drawing';
  /** In points. */
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** A picture that has been read and checked. */
export type Picture = Raster | Drawing;
