import { rounded } from '../../pages/length.ts';
import type { Colour, ShapeMark } from '../../pages/page.ts';

/** A level line from `x`, so many points wide, at the height `y`. It is no content: whoever is read to needs no rules. */
export function horizontalRule(
  x: number,
  y: number,
  width: number,
  stroke: { readonly colour: Colour; readonly width: number },
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
