import { asRgb } from '../../content/read-colour.ts';
import type { Check } from '../check.ts';

/** The thinnest line that a copier keeps, in points. */
const THINNEST = 0.25;

/** Lines are thick enough for a copier. */
export const lineWeight: Check = {
  name: 'lines',
  description: 'lines are at least 0.25 points wide',
  run({ pdf }, report) {
    pdf.pages.forEach(({ marks }, page) => {
      for (const mark of marks) {
        if (mark.kind !== 'shape') continue;
        // A line may also be drawn as a thin rectangle.
        const thin = Math.min(mark.box.width, mark.box.height);
        const asFill = mark.fill && !mark.stroke && thin > 0 && Math.max(mark.box.width, mark.box.height) > 8;
        const width = mark.stroke?.width ?? (asFill ? thin : THINNEST);
        const rgb = asRgb((mark.stroke?.colour ?? mark.fill)!);
        if (width < THINNEST - 0.005 && !rgb?.every((value) => value > 0.99))
          report(
            { page, box: mark.box },
            width === 0
              ? 'A line has no width, so it prints as thin as the printer can draw it.'
              : `A line is ${Math.round(width * 100) / 100} points wide.`,
            'Make it at least 0.25 points: thinner lines vanish in photocopies.',
          );
      }
    });
  },
};
