import type { Strip } from '../strips/strip.ts';

/** A strip at its place on a page of its section. */
export interface PlacedStrip {
  readonly strip: Strip;
  readonly page: number;
  readonly x: number;
  readonly y: number;
  /** Its height, with its share of the room left in the frame. */
  readonly height: number;
  /** Whether it is a header repeated at the top of a later frame. */
  readonly repeated: boolean;
}
