import { rounded } from '../../pages/length.ts';
import type { ShapeMark } from '../../pages/page.ts';

/** Draws a horizontal line `width` points long from (`x`, `y`). It is an artifact: listeners do not need rules. */
export function horizontalRule(
  x: number,
  y: number,
  width: number,
  stroke: NonNullable<ShapeMark['stroke']>,
): ShapeMark {
  return {
    kind: 'shape',
    structureRef: { artifact: 'layout' },
    outline: {
      path: [
        ['M', rounded(x), rounded(y)],
        ['L', rounded(x + width), rounded(y)],
      ],
    },
    stroke,
  };
}
