import { intersection } from '../../../pages/matrix.ts';
import type { Box } from '../../../pages/page.ts';
import type { ReadText } from '../../content/page-mark.ts';
import type { Check } from '../check.ts';
import { inkBox } from '../ink-box.ts';

/** How much of the smaller letters has to be covered, in ems, down and across. */
const DEEP = 0.25;
const WIDE = 0.25;
/** How many pairs of texts on a page are compared; a page of text has some thousands. */
const MOST_PAIRS = 3_000_000;

/** Texts are not printed over one another. */
export const overlap: Check = {
  name: 'overlap',
  description: 'no text overlaps other text',
  run({ texts }, report) {
    texts.forEach((onPage, page) => {
      const { found, unread } = overlapping(onPage);
      if (unread)
        report(
          { page, text: unread.text },
          'This page has too many texts on one another to compare all of them.',
          'Divide it into several pages.',
        );
      for (const [one, other, box] of found)
        report(
          { page, box, text: other.text },
          `“${short(one.text)}” and “${short(other.text)}” overlap.`,
          'Move one of them.',
        );
    });
  },
};

const short = (text: string): string =>
  text.trim().length > 24 ? `${text.trim().slice(0, 24)}…` : text.trim();

/**
 * Finds pairs of texts whose letters overlap. They are sorted from the top, so that each is compared only with its
 * neighbours.
 * @returns also the first text that was not compared, if there are too many
 */
function overlapping(texts: readonly ReadText[]): { found: [ReadText, ReadText, Box][]; unread?: ReadText } {
  const boxes = texts.map((text) => ({ text, box: inkBox(text) })).sort((a, b) => a.box.y - b.box.y);
  const found: [ReadText, ReadText, Box][] = [];
  let pairs = 0;
  for (const [index, { text, box }] of boxes.entries())
    for (let next = index + 1; next < boxes.length; next++) {
      if (++pairs > MOST_PAIRS) return { found, unread: text };
      const other = boxes[next]!;
      if (other.box.y > box.y + box.height) break;
      const meeting = intersection(box, other.box);
      const em = Math.min(text.size, other.text.size);
      const least = [
        Math.min(meeting?.width ?? 0, meeting?.height ?? 0),
        Math.max(meeting?.width ?? 0, meeting?.height ?? 0),
      ];
      if (meeting && least[0]! > Math.min(DEEP, WIDE) * em && least[1]! > Math.max(DEEP, WIDE) * em)
        found.push([text, other.text, meeting]);
    }
  return { found };
}
