import type { Raster } from '../picture.ts';
import { base64 } from './base64.ts';
import { encodePng } from './encode-png.ts';
import type { DecodedPixels } from './late/decoded-pixels.ts';

/** Encodes pixels as a picture to embed. */
export const rasterOf = (rgb: Uint8Array, width: number, height: number): Raster => ({
  kind: 'raster',
  format: 'png',
  data: base64(encodePng(rgb, width, height)),
  width,
  height,
  turn: 0,
});

/** Puts pixels on white, like paper. */
export function onWhite({ rgba, width, height }: DecodedPixels): Uint8Array {
  const rgb = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
    const alpha = rgba[from + 3]!;
    for (let part = 0; part < 3; part++)
      rgb[to + part] = Math.round((rgba[from + part]! * alpha) / 255 + 255 - alpha);
  }
  return rgb;
}
