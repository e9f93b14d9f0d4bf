import { createRowEncoder } from './row-encoder.ts';

/** Encodes pixels of three bytes as the simplest kind of PNG; in gray if they have no colour. */
export function encodePng(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const encoder = createRowEncoder(width, height);
  for (let row = 0; row < height; row++) encoder.add(pixels.subarray(row * width * 3, (row + 1) * width * 3));
  return encoder.finish();
}
