/** A decoded picture: four bytes per pixel, the last of which says how opaque it is. */
export interface DecodedPixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}
