import { GifReader } from 'omggif';
import type { DecodedPixels } from './decoded-pixels.ts';

/** Decodes the first frame of a GIF, on a transparent ground; undefined if it cannot be. */
export function decodeGif(bytes: Uint8Array): DecodedPixels | undefined {
  try {
    const reader = new GifReader(bytes);
    const { width, height } = reader;
    const rgba = new Uint8Array(width * height * 4);
    reader.decodeAndBlitFrameRGBA(0, rgba);
    return { width, height, rgba };
  } catch {
    return undefined;
  }
}
