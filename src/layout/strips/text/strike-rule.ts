import { rounded } from '../../../pages/length.ts';
import type { ShapeMark } from '../../../pages/page.ts';
import { faceOf, type TypeLook } from '../../lines/type-look.ts';
import { horizontalRule } from '../horizontal-rule.ts';
import type { LayoutContext } from '../layout-context.ts';

/**
 * Draws a line through struck text, at half the height of its small letters. It is an artifact, since the words are
 * content.
 */
export function strikeRule(
  x: number,
  baseline: number,
  width: number,
  look: TypeLook,
  { fonts }: LayoutContext,
): ShapeMark {
  const y = baseline - fonts.metrics(faceOf(look, {})).xHeight * look.size * 0.55;
  return horizontalRule(x, y, width, { colour: look.colour, width: rounded(look.size / 16) });
}
