import { isGreyImage } from './is-grey-image.ts';
import type { Laid } from './laid.ts';
import type { Colour, Mark } from './page.ts';

/** Whether anything on some pages is neither black nor gray. */
export const hasColour = ({ images, pages }: Pick<Laid, 'images' | 'pages'>): boolean =>
  !images.every(isGreyImage) || pages.some(({ marks }) => marks.some(isColoured));

function isColoured(mark: Mark): boolean {
  if (mark.kind === 'group') return mark.marks.some(isColoured);
  if (mark.kind === 'text') return hasHue(mark.colour);
  return mark.kind === 'shape' && (hasHue(mark.fill) || hasHue(mark.stroke?.colour));
}

const hasHue = (colour: Colour | undefined): boolean =>
  colour !== undefined && typeof colour !== 'number' && colour.some((part) => part !== colour[0]);
