import { mm } from '../../../pages/length.ts';
import { asRgb } from '../../content/read-colour.ts';
import type { Check } from '../check.ts';
import { clearance, inkBox } from '../ink-box.ts';

/** How far from the edge of a sheet printers may fail to print, and cutters may be off. */
const SAFE = mm(5);
/** Allows for rounding, and for letters that reach beyond their estimated box. */
const SLACK = 0.25;

const inWords = (points: number): string => `${Math.max(Math.round((points / mm(1)) * 10) / 10, 0)} mm`;

/** Nothing is where it would be lost. */
export const safeArea: Check = {
  name: 'safe-area',
  description: 'text and ink stay 5 mm from the edge of the sheet',
  run({ pdf, texts, expected }, report) {
    pdf.pages.forEach(({ boxes, marks, width, height }, page) => {
      const sheet = boxes.trim ?? boxes.crop ?? { x: 0, y: 0, width, height };
      for (const text of texts[page]!) {
        const box = inkBox(text);
        const distance = clearance(box, sheet);
        const location = { page, box, text: text.text };
        if (distance < -SLACK)
          report(location, 'Text runs off the edge of the page.', 'Move it, or break the line.');
        else if (distance < SAFE - SLACK)
          report(
            location,
            `Text is ${inWords(distance)} from the edge of the page.`,
            'Leave 5 mm: printers and cutters may lose anything closer.',
          );
      }
      // With bleed, colours are meant to run over the edge.
      if (expected.bleed > 0) return;
      for (const mark of marks) {
        if (mark.kind === 'text' || (mark.kind === 'image' && mark.hidden)) continue;
        const colour = mark.kind === 'shape' ? (mark.stroke?.colour ?? mark.fill) : undefined;
        const rgb = colour && asRgb(colour);
        if (rgb?.every((value) => value > 0.99)) continue;
        const distance = clearance(mark.box, sheet);
        if (distance < SAFE - SLACK)
          report(
            { page, box: mark.box },
            `${mark.kind === 'image' ? 'A picture' : 'A line or tint'} is ${inWords(distance)} from the edge of the page.`,
            'Leave 5 mm, or give the page bleed.',
          );
      }
    });
  },
};
