import type { ReadMark } from '../../content/page-mark.ts';
import { asRgb } from '../../content/read-colour.ts';
import { isNode, type ReadNode } from '../../reading/read-node.ts';
import { firstPage } from '../../reading/text-of.ts';
import type { Check, PreflightFile } from '../check.ts';

/** A reader never wonders whether a page is missing, and no copy begins on the back of another. */
export const blankPages: Check = {
  name: 'pages',
  description: 'blank pages say that they are blank, and each copy begins on a front',
  run(file, report) {
    const { pdf, expected } = file;
    pdf.pages.forEach(({ marks }, page) => {
      // The back of a sheet may be blank: the next copy begins on a front.
      const isBack = expected.duplex !== undefined && page % 2 === 1;
      if (!isBack && !marks.some(isSeen))
        report({ page }, 'The page is blank.', 'Delete it, or print a note on it that it is blank.');
    });
    if (expected.backs && pdf.pages.length % 2 === 1)
      report({ page: pdf.pages.length - 1 }, 'The last front has no back.', 'Make the cards again.');
    if (expected.copies && expected.duplex)
      for (const part of copiesIn(file)) {
        const page = firstPage(part);
        if (page !== undefined && page % 2 === 1)
          report(
            { page },
            'A copy begins on the back of the copy before it.',
            'Give each copy an even number of pages.',
          );
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
  const rgb = asRgb((mark.fill ?? mark.stroke?.colour)!);
  return !rgb?.every((value) => value > 0.99);
}
