import type { Colour, Mark } from './page.ts';

/** Gives marks with other colours. @param convert gives a colour in place of another, which may be that of text */
export const recolour = (
  marks: readonly Mark[],
  convert: (colour: Colour, ofText: boolean) => Colour,
): Mark[] =>
  marks.map((mark): Mark => {
    if (mark.kind === 'text') return { ...mark, colour: convert(mark.colour, true) };
    if (mark.kind === 'group') return { ...mark, marks: recolour(mark.marks, convert) };
    if (mark.kind !== 'shape') return mark;
    const { fill, stroke } = mark;
    return {
      ...mark,
      ...(fill !== undefined && { fill: convert(fill, false) }),
      ...(stroke && { stroke: { ...stroke, colour: convert(stroke.colour, false) } }),
    };
  });
