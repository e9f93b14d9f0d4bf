import type { Laid } from './laid.ts';
import type { GroupMark, Mark } from './page.ts';

/** The thinnest line that prints reliably, in points. */
export const HAIRLINE = 0.25;

/** The printed width of the thinnest line among some marks, in points; Infinity if there are no lines. */
export const thinnestLine = (marks: readonly Mark[], scale = 1): number =>
  marks.reduce((thinnest, mark) => {
    if (mark.kind === 'group') return Math.min(thinnest, thinnestLine(mark.marks, scale * leastScale(mark)));
    return mark.kind === 'shape' && mark.stroke ? Math.min(thinnest, mark.stroke.width * scale) : thinnest;
  }, Number.POSITIVE_INFINITY);

/** Thickens lines that would print thinner than a hairline once their groups have been scaled down. */
export const withHairlines = (laid: Laid): Laid => ({
  ...laid,
  pages: laid.pages.map((page) =>
    thinnestLine(page.marks) < HAIRLINE ? { ...page, marks: withThickerLines(page.marks, 1) } : page,
  ),
});

const withThickerLines = (marks: readonly Mark[], scale: number): Mark[] =>
  marks.map((mark) => {
    if (mark.kind === 'group')
      return { ...mark, marks: withThickerLines(mark.marks, scale * leastScale(mark)) };
    if (mark.kind !== 'shape' || !mark.stroke || mark.stroke.width * scale >= HAIRLINE) return mark;
    return { ...mark, stroke: { ...mark.stroke, width: HAIRLINE / scale } };
  });

/**
 * The factor by which a group scales lines in the direction that it shrinks most: the smaller singular value of its
 * matrix.
 */
function leastScale({ matrix, scale }: GroupMark): number {
  if (!matrix) return scale;
  const [a, b, c, d] = matrix;
  const squares = a * a + b * b + c * c + d * d;
  const area = a * d - b * c;
  const least = Math.sqrt(Math.max(0, (squares - Math.sqrt(Math.max(0, squares ** 2 - 4 * area ** 2))) / 2));
  // A group that is squashed flat has no line width to keep.
  return least > 0.001 ? least : 1;
}
