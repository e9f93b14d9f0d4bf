import type { Image } from './laid.ts';

/** The byte of a PNG that says whether it has colours, in a header that is always at the beginning. */
const COLOUR_TYPE = 25;

/** Whether a picture on a page is known to have no colours. */
export function isGreyImage(image: Image): boolean {
  if (image.format === 'samples') return image.channels === 1;
  return image.format === 'png' && atob(image.data.slice(0, 36)).charCodeAt(COLOUR_TYPE) === 0;
}
