import { mm } from '../../../pages/length.ts';
import type { Check } from '../check.ts';
import { clearance } from '../ink-box.ts';

/** Pixels per inch: with fewer a picture looks soft, and with fewer still its pixels are seen. */
const SOFT = 150;
const COARSE = 72;

/** Pictures have enough pixels for their size on paper. */
export const imagesSharp: Check = {
  name: 'images',
  description: 'pictures have 150 pixels per inch, are not stretched, and are on the page',
  run({ pdf }, report) {
    pdf.pages.forEach(({ marks, boxes }, page) => {
      for (const mark of marks) {
        if (mark.kind !== 'image' || mark.hidden === 'transparent') continue;
        const location = { page, box: mark.box };
        const [across, down] = mark.resolution;
        const least = Math.round(Math.min(across, down));
        if (mark.hidden === 'clipped')
          report(location, 'A picture is in a place where it cannot be seen.', 'Move it.');
        else if (clearance(mark.box, boxes.bleed ?? boxes.media) < -1)
          report(location, 'A picture runs off the edge of the page.', 'Move it or make it smaller.');
        // A picture of a few pixels is a tint, whose resolution is not seen.
        if (mark.width * mark.height <= 4) continue;
        if (least < COARSE)
          report(
            location,
            `A picture has only ${least} pixels per inch: ${size(mark)}.`,
            `Print it smaller, or use one with more pixels (${SOFT} per inch).`,
          );
        else if (least < SOFT)
          report(
            location,
            `A picture has ${least} pixels per inch: ${size(mark)}.`,
            `It will look blurred; use ${SOFT} or more.`,
            'warning',
          );
        if (Math.max(across, down) > Math.min(across, down) * 1.02)
          report(
            location,
            `A picture is stretched by ${Math.round((Math.max(across, down) / Math.min(across, down) - 1) * 100)} %.`,
            'Keep its proportions.',
            Math.max(across, down) > Math.min(across, down) * 1.1 ? 'error' : 'warning',
          );
      }
    });
  },
};

const size = ({
  width,
  height,
  box,
}: {
  width: number;
  height: number;
  box: { width: number; height: number };
}) => `${width} × ${height} on ${Math.round(box.width / mm(1))} × ${Math.round(box.height / mm(1))} mm`;
