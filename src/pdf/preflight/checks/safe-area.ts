import { mm } from '../../../pages/length.ts';
import { asLight } from '../../content/read-colour.ts';
import type { Check } from '../check.ts';
import { inkBox, roomIn } from '../ink-box.ts';

/** What printers can't reach at the edges of a sheet, and cutters miss by. */
const SAFE = mm(5);
/** Rounding, and what letters reach beyond the box they are taken to have. */
const SLACK = 0.25;

const inWords = (points: number): string => `${Math.max(Math.round((points / mm(1)) * 10) / 10, 0)} mm`;

/** Nothing stands where it would be lost. */
export const safeArea: Check = {
  name: 'safe-area',
  what: 'text and ink keep 5 mm from the edge of the sheet',
  run({ pdf, texts, expected }, tell) {
    pdf.pages.forEach(({ boxes, marks, width, height }, page) => {
      const sheet = boxes.trim ?? boxes.crop ?? { x: 0, y: 0, width, height };
      for (const text of texts[page]!) {
        const box = inkBox(text);
        const room = roomIn(box, sheet);
        const spot = { page, box, text: text.text };
        if (room < -SLACK) tell(spot, 'Text runs over the edge of the page.', 'Move it, or break its line.');
        else if (room < SAFE - SLACK)
          tell(
            spot,
            `Text stands ${inWords(room)} from the edge of the page.`,
            'Keep 5 mm: printers and cutters lose the rest.',
          );
      }
      // With bleed, colours are meant to run over the edge.
      if (expected.bleed > 0) return;
      for (const mark of marks) {
        if (mark.kind === 'text' || (mark.kind === 'image' && mark.hidden)) continue;
        const colour = mark.kind === 'shape' ? (mark.stroke?.colour ?? mark.fill) : undefined;
        const light = colour && asLight(colour);
        if (light?.every((value) => value > 0.99)) continue;
        const room = roomIn(mark.box, sheet);
        if (room < SAFE - SLACK)
          tell(
            { page, box: mark.box },
            `${mark.kind === 'image' ? 'A picture' : 'A line or tint'} stands ${inWords(room)} from the edge of the page.`,
            'Keep 5 mm, or give the page bleed.',
          );
      }
    });
  },
};
