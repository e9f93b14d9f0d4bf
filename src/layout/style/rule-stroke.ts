import type { ShapeMark } from '../../pages/page.ts';
import { colourOf } from './colour-of.ts';
import type { Style } from './style.ts';

/** How many times their own width the dots of a dotted rule are apart. */
const DOT_GAP = 4;

/**
 * The stroke of rules: of tables, frames and lines to write on.
 * @param weight how many times as thick as usual
 */
export function ruleStroke(style: Style, weight = 1): NonNullable<ShapeMark['stroke']> {
  const width = style['rule-width'] * weight;
  const colour = colourOf(style.rule);
  return style['rule-look'] === 'dotted'
    ? { colour, width, dash: [0, width * DOT_GAP], cap: 'round' }
    : { colour, width };
}
