import { mm } from '../../../pages/length.ts';
import type { Box } from '../../../pages/page.ts';
import type { Check } from '../check.ts';
import { clearance } from '../ink-box.ts';

/** How far boxes may be off by rounding, in points. */
const SLACK = 0.1;
const millimetres = (points: number) => `${Math.round((points / mm(1)) * 10) / 10} mm`;

/** The boxes that a print shop cuts by. */
export const boxes: Check = {
  name: 'boxes',
  description: 'TrimBox, BleedBox, CropBox and MediaBox exist and fit inside one another',
  run({ pdf, expected }, report) {
    // A copier needs none of them, but a print shop cuts by them.
    const lacking = expected.profile === 'press' || expected.bleed > 0 ? 'error' : 'warning';
    pdf.pages.forEach(({ boxes, turn, userUnit }, page) => {
      const { media, crop, bleed, trim, art } = boxes;
      const inner = (name: string, box: Box | undefined, outerName: string, outer: Box | undefined) => {
        if (box && outer && clearance(box, outer) < -SLACK)
          report({ page, box }, `The ${name} extends outside the ${outerName}.`, 'Make it smaller.');
      };
      if (!trim)
        report({ page }, 'The page has no TrimBox, so nothing says where to cut it.', undefined, lacking);
      if (!bleed && (trim || expected.bleed > 0))
        report(
          { page },
          'The page has no BleedBox, so nothing says how far colours run past the cut.',
          undefined,
          lacking,
        );
      inner('CropBox', crop, 'MediaBox', media);
      inner('BleedBox', bleed, 'MediaBox', media);
      inner('TrimBox', trim, 'BleedBox', bleed ?? media);
      inner('ArtBox', art, 'MediaBox', media);
      for (const [name, box] of Object.entries(boxes))
        if (box && (box.width < mm(10) || box.height < mm(10)))
          report(
            { page },
            `The ${name} box is only ${millimetres(box.width)} by ${millimetres(box.height)}.`,
          );
      if (expected.bleed > 0 && trim && bleed && clearance(trim, bleed) < expected.bleed - SLACK)
        report(
          { page, box: trim },
          `Colours run ${millimetres(Math.max(clearance(trim, bleed), 0))} past the cut, not ${millimetres(expected.bleed)}.`,
          'Give the page more bleed.',
        );
      if (turn !== 0)
        report(
          { page },
          `The page is stored rotated by ${turn} degrees.`,
          'Some printers rotate it back.',
          'warning',
        );
      if (userUnit !== 1)
        report({ page }, `The page is stored at a scale (UserUnit ${userUnit}), which most printers ignore.`);
    });
  },
};
