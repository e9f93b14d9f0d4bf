import type { ReadText } from '../../content/page-mark.ts';
import { gapBetween, isSameLine, textsOn } from '../../reading/text-of.ts';
import type { Check } from '../check.ts';

/** How far apart two pieces of a line have to be, in ems, and how near, to be seen as two words of one sentence. */
const APART = 0.2;
const NEAR = 1;

/** Words are separated by characters, so that a screen reader or a copy gets them apart. */
export const realSpaces: Check = {
  name: 'spaces',
  description: 'words are separated by real spaces, not just by gaps',
  run({ pdf }, report) {
    pdf.pages.forEach((one, page) => {
      let before: ReadText | undefined;
      for (const text of textsOn(one)) {
        const location = { page, box: text.box, text: text.text };
        if (text.unspaced)
          report(
            location,
            `Words run together for a screen reader: “${text.unspaced[0]}”.`,
            'Put spaces in the text.',
          );
        if (before && runTogether(before, text))
          report(
            location,
            `Words run together for a screen reader: “${before.text.slice(-12)}|${text.text.slice(0, 12)}”.`,
            'Put spaces in the text.',
          );
        if (text.text !== '') before = text;
      }
    });
  },
};

function runTogether(before: ReadText, text: ReadText): boolean {
  // Pieces with different tags, cells or labels, are kept apart by these.
  const together =
    before.structureRef && text.structureRef && 'mcid' in before.structureRef && 'mcid' in text.structureRef;
  if (
    !together ||
    (before.structureRef as { mcid: number }).mcid !== (text.structureRef as { mcid: number }).mcid
  )
    return false;
  if (/[\s\u00a0\u00ad]$/.test(before.text) || /^[\s\u00a0]/.test(text.text)) return false;
  const gap = gapBetween(before, text);
  return isSameLine(before, text) && gap > APART && gap < NEAR;
}
