import type { Mark } from './page.ts';

/** A picture of pixels, sound and ready to be embedded. */
export interface Raster {
  readonly kind: 'raster';
  readonly format: 'png' | 'jpeg';
  /** Base64. */
  readonly data: string;
  /** In pixels, as they are stored. */
  readonly width: number;
  readonly height: number;
  /** How it has to be turned to stand upright, in degrees clockwise. */
  readonly turn: 0 | 90 | 180 | 270;
}

/** A picture of shapes and text. Its marks stand in slot 0, and layout puts them where it wants them. */
export interface Drawing {
  readonly kind: 'drawing';
  /** In points. */
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** A picture that was read and found sound. */
export type Picture = Raster | Drawing;
