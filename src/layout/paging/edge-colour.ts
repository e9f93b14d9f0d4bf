import { grown } from '../../pages/bleed.ts';
import { mm } from '../../pages/length.ts';
import type { Colour, Mark } from '../../pages/page.ts';
import { colourOf } from '../style/colour-of.ts';
import type { Style } from '../style/style.ts';
import type { PageSetup } from './page-setup.ts';

/**
 * How far colour is drawn, as a multiple of the bleed: further than needed, since pages may be scaled down. The rest
 * is clipped.
 */
const REACH = 1.7;
/** The width of the band along the spine of a cover, in points. */
const SPINE = mm(8);

/** Draws the colour that runs off the edges of a page, behind everything else, and on a cover a band along its spine. */
export function edgeColour(index: number, { bleed, width, height }: PageSetup, style: Style): Mark[] {
  const edge = colourOf(style.edge);
  if (!bleed || bleed.coloured === 'none' || edge === 1) return [];
  if (bleed.coloured === 'first' && index > 0) return [];
  const area = grown({ x: 0, y: 0, width, height }, bleed.width * REACH);
  const filled = (box: typeof area, fill: Colour): Mark => ({
    kind: 'shape',
    structureRef: { artifact: 'background' },
    outline: { box },
    fill,
  });
  const band = { ...area, width: SPINE - area.x };
  return [filled(area, edge), ...(bleed.coloured === 'first' ? [filled(band, colourOf(style.accent))] : [])];
}
