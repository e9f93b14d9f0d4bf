import { printedSize, uprightSize } from '../../../layout/lines/printed-size.ts';
import { pictureMarks } from '../../../layout/strips/text/picture-marks.ts';
import type { Picture, Raster } from '../../../pages/picture.ts';
import type { ProductOut } from '../product-out.ts';
import { svgOfMarks } from './svg-of-marks.ts';

/** A picture for another format: pixels as they were given, or a drawing as SVG. Its size is in points. */
type PictureOut = { readonly width: number; readonly height: number } & (
  | { readonly kind: 'pixels'; readonly format: 'png' | 'jpeg'; readonly data: string }
  | { readonly kind: 'svg'; readonly svg: string }
);

/** How large a picture is to be, as its author says, and the room that there is for it, in points. */
interface Room {
  readonly share?: number;
  readonly width?: number;
  readonly height?: number;
  /** For a small picture at the left: the largest height. */
  readonly emblem?: number;
  readonly column: number;
  readonly tallest: number;
}

/**
 * Gives a picture for another format, at the size that it has in print. A photograph that its camera stored turned is drawn
 * upright.
 * @param id a name that no other drawing in the file has
 */
export function pictureOut(
  picture: Picture,
  room: Room,
  id: string,
  { fonts }: Pick<ProductOut, 'fonts'>,
): PictureOut {
  const size = sizeIn(picture, room);
  if (picture.kind === 'raster' && picture.turn === 0 && !picture.mirrored)
    return { kind: 'pixels', format: picture.format, data: picture.data, ...size };
  const marks = pictureMarks(picture, NAME, size, { artifact: 'layout' });
  const images = new Map(picture.kind === 'raster' ? [[NAME, uriOf(picture)]] : []);
  return { kind: 'svg', svg: svgOfMarks(marks, size, { fonts, images, id }), ...size };
}

/** What the only picture of its drawing is called. */
const NAME = 'picture';

/** A picture of pixels as a data URI. */
const uriOf = ({ format, data }: Raster): string => `data:image/${format};base64,${data}`;

function sizeIn(picture: Picture, { emblem, column, tallest, ...asked }: Room) {
  if (emblem === undefined) return printedSize(picture, asked, column, tallest);
  const upright = uprightSize(picture);
  const scale = Math.min(column / upright.width, Math.min(emblem, tallest) / upright.height);
  return { width: upright.width * scale, height: upright.height * scale };
}
