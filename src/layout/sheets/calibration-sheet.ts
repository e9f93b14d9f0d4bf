import type { Laid } from '../../pages/laid.ts';
import { mm } from '../../pages/length.ts';
import type { Mark } from '../../pages/page.ts';
import { hairline } from './cut-marks.ts';
import type { Edge } from './turn-over.ts';

/** The length of the scale on either side of its middle, in millimetres: the largest offset that can be measured. */
export const SCALE_REACH = 10;
const SHORT = mm(0.7);
const LONG = mm(2);

/** Adds a millimetre scale to the middle of the front page, and a cross behind it to the middle of the back. */
export function calibrationSheet(laid: Laid, edge: Edge): Laid {
  const pages = laid.pages.map((page, side) => {
    const x = page.width / 2;
    const y = page.height / 2;
    return { ...page, marks: [...page.marks, ...(side === 0 ? scaleAt(x, y) : crossAt(x, y))] };
  });
  return { ...laid, pages, sides: edge };
}

function scaleAt(x: number, y: number): Mark[] {
  const steps = Array.from({ length: 2 * SCALE_REACH + 1 }, (_, index) => index - SCALE_REACH);
  return [
    hairline([x - mm(SCALE_REACH), y, x + mm(SCALE_REACH), y], 0, false),
    hairline([x, y - mm(SCALE_REACH), x, y + mm(SCALE_REACH)], 0, false),
    ...steps.flatMap((step) => {
      const arm = step % 5 === 0 ? LONG : SHORT;
      return [
        hairline([x + mm(step), y - arm, x + mm(step), y + arm], 0, false),
        hairline([x - arm, y + mm(step), x + arm, y + mm(step)], 0, false),
      ];
    }),
  ];
}

/** The arms are longer than the scale, so that they show through the paper beyond it. */
const crossAt = (x: number, y: number): Mark[] => [
  hairline([x - mm(25), y, x + mm(25), y], 0, false),
  hairline([x, y - mm(25), x, y + mm(25)], 0, false),
];
