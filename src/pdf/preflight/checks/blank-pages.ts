import type { ReadMark } from '../../content/page-mark.ts';
import { asLight } from '../../content/read-colour.ts';
import { isNode, type ReadNode } from '../../reading/read-node.ts';
import { firstPage } from '../../reading/text-of.ts';
import type { Check, PreflightFile } from '../check.ts';

/** Nobody wonders whether a page is missing, and no copy begins on the back of another. */
export const blankPages: Check = {
  name: 'pages',
  what: 'no page is blank without saying so, and copies begin on fronts',
  run(subject, tell) {
    const { pdf, expected } = subject;
    pdf.pages.forEach(({ marks }, page) => {
      // The back of a sheet may be blank: the next copy begins on a front.
      const isBack = expected.duplex !== undefined && page % 2 === 1;
      if (!isBack && !marks.some(isSeen))
        tell({ page }, 'The page is blank.', 'Take it out, or say on it that it is blank.');
    });
    if (expected.backs && pdf.pages.length % 2 === 1)
      tell({ page: pdf.pages.length - 1 }, 'The last front has no back.', 'Make the cards again.');
    if (expected.copies && expected.duplex)
      for (const part of copiesIn(subject)) {
        const page = firstPage(part);
        if (page !== undefined && page % 2 === 1)
          tell({ page }, 'A copy begins on the back of another.', 'Give each copy an even number of pages.');
      }
  },
};

const copiesIn = ({ pdf }: PreflightFile): ReadNode[] =>
  (pdf.structure?.roots ?? [])
    .flatMap(({ children }) => children.filter(isNode))
    .filter(({ role }) => role === 'Part');

function isSeen(mark: ReadMark): boolean {
  if (mark.kind === 'text') return mark.text.trim() !== '' && !mark.hidden;
  if (mark.kind === 'image') return !mark.hidden;
  const light = asLight((mark.fill ?? mark.stroke?.colour)!);
  return !light?.every((value) => value > 0.99);
}
