import { grayOf } from '../contrast.ts';
import type { Picture } from '../picture.ts';
import { recolour } from '../recolour.ts';
import { base64 } from './base64.ts';
import { pngPixels } from './colour-pixels.ts';
import { encodePng } from './encode-png.ts';
import { greySamples } from './grey-samples.ts';

/** Gives a drawing or a PNG, which was checked when it was read, in greys of the same lightness. JPEGs stay as they are. */
export function pictureInGrey(picture: Picture): Picture {
  if (picture.kind === 'drawing') return { ...picture, marks: recolour(picture.marks, grayOf) };
  if (picture.format !== 'png') return picture;
  const pixels = pngPixels(Uint8Array.from(atob(picture.data), (letter) => letter.charCodeAt(0)));
  if (pixels === undefined || typeof pixels === 'string') return picture;
  const grey = greySamples(pixels.rgb);
  const inThree = Uint8Array.from(pixels.rgb, (_, index) => grey[Math.floor(index / 3)]!);
  return { ...picture, data: base64(encodePng(inThree, pixels.width, pixels.height)) };
}
