import type { Block } from '../../blocks/block.ts';
import { figuresIn } from '../../blocks/figures-in.ts';
import type { Picture } from '../../pages/picture.ts';
import { pictureInGrey } from '../../pages/pictures/picture-in-grey.ts';

/** Pictures that are grey already: the forms of a paper show the same ones. */
const made = new WeakMap<Picture, Picture>();

/**
 * Gives pictures with those that blocks show in greys of the same lightness. JPEGs are left: they are decoded only when
 * pages are painted.
 */
export function picturesInGrey(
  blocks: readonly Block[],
  pictures: ReadonlyMap<string, Picture>,
): ReadonlyMap<string, Picture> {
  const grey = new Map(pictures);
  for (const { picture: path } of figuresIn(blocks)) {
    const picture = pictures.get(path);
    if (picture) grey.set(path, greyOf(picture));
  }
  return grey;
}

function greyOf(picture: Picture): Picture {
  const grey = made.get(picture) ?? pictureInGrey(picture);
  made.set(picture, grey);
  return grey;
}
