import { grown } from '../../pages/bleed.ts';
import { mm } from '../../pages/length.ts';
import type { Colour, Mark } from '../../pages/page.ts';
import { colourOf } from '../style/colour-of.ts';
import type { Style } from '../style/style.ts';
import type { PageSetup } from './page-setup.ts';

/** Colour is drawn further out than the bleed, since pages may be made smaller; what is too much is cut off there. */
const REACH = 1.7;
/** The band along the spine of a cover. */
const SPINE = mm(8);

/** What goes to the edges of a page, behind all else: a colour, and on a cover a band along its spine. */
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
