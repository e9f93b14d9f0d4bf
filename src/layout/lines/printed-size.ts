import type { InlinePicture } from '../../blocks/picture-content.ts';
import { rounded } from '../../pages/length.ts';
import type { Picture } from '../../pages/picture.ts';

/** The least pixels per inch at which a picture without a given width is printed. */
const NATURAL = 200;
/** The largest share of the height it has that a picture may fill, unless its width is given. */
const TALLEST = 0.6;

/** Gives the size at which a picture is printed in a column, in points: that which its author asks for, if there is room. */
export function printedSize(
  picture: Picture,
  { share, width, height }: Pick<InlinePicture, 'share' | 'width' | 'height'>,
  column: number,
  tallest: number,
): { width: number; height: number } {
  const upright = uprightSize(picture);
  const isGiven = share !== undefined || width !== undefined || height !== undefined;
  const natural =
    picture.kind === 'raster' ? (picture.natural ?? (upright.width / NATURAL) * 72) : upright.width;
  const fromHeight = height === undefined ? natural : (height / upright.height) * upright.width;
  const preferred = Math.min(column, share === undefined ? (width ?? fromHeight) : column * share);
  const scale = Math.min(preferred / upright.width, (isGiven ? tallest : tallest * TALLEST) / upright.height);
  return { width: rounded(upright.width * scale), height: rounded(upright.height * scale) };
}

/** Gives the size of a picture when it is turned as its camera was. */
export function uprightSize(picture: Picture): { width: number; height: number } {
  const { width, height } = picture;
  return picture.kind === 'raster' && picture.turn % 180 !== 0
    ? { width: height, height: width }
    : { width, height };
}
