import { grayOf } from '../../pages/contrast.ts';
import { colourOf } from './colour-of.ts';
import type { Style } from './style.ts';

/**
 * Replaces a style’s colours by greys of the same lightness: a copier bills a page with one coloured line as a colour
 * page.
 */
export function inBlack(style: Style): Style {
  const grey = (token: string) => String(grayOf(colourOf(token)));
  const { accent, tint, edge, rule } = style;
  return { ...style, accent: grey(accent), tint: grey(tint), edge: grey(edge), rule: grey(rule) };
}
