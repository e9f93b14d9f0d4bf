import type { Laid } from '../../pages/laid.ts';
import { mm } from '../../pages/length.ts';
import type { Mark } from '../../pages/page.ts';
import { hairline } from './cut-marks.ts';
import type { Edge } from './turn-over.ts';

/** The length of the scale on either side of its middle, in millimetres: the largest offset that can be measured. */
export const SCALE_REACH = 10;
const SHORT = mm(0.7);
const LONG = mm(2);

/** The length of the ruler, in millimetres, and how far below the middle of the page it is, in points. */
const RULER = 100;
const BELOW = mm(65);

/**
 * Adds a millimetre scale to the middle of the front page with a ruler below it, and a cross behind it to the middle of the
 * back.
 */
export function calibrationSheet(laid: Laid, edge: Edge): Laid {
  const pages = laid.pages.map((page, side) => {
    const x = page.width / 2;
    const y = page.height / 2;
    return {
      ...page,
      marks: [...page.marks, ...(side === 0 ? [...scaleAt(x, y), ...rulerAt(x, y + BELOW)] : crossAt(x, y))],
    };
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

/** A line of 100 mm with a mark at each centimetre, to measure whether a printer prints at actual size. */
function rulerAt(x: number, y: number): Mark[] {
  const left = x - mm(RULER / 2);
  return [
    hairline([left, y, left + mm(RULER), y], 0, false),
    ...Array.from({ length: RULER / 10 + 1 }, (_, step) => {
      const at = left + mm(10 * step);
      return hairline([at, y - (step % 10 === 0 ? mm(5) : LONG), at, y], 0, false);
    }),
  ];
}

/** The arms are longer than the scale, so that they show through the paper beyond it. */
const crossAt = (x: number, y: number): Mark[] => [
  hairline([x - mm(25), y, x + mm(25), y], 0, false),
  hairline([x, y - mm(25), x, y + mm(25)], 0, false),
];
