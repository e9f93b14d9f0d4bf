import { boundingBox } from '../../../pages/matrix.ts';
import type { Box } from '../../../pages/page.ts';
import type { ReadText } from '../../content/page-mark.ts';
import type { ReadNode } from '../../reading/read-node.ts';
import type { Check, PreflightFile } from '../check.ts';
import { inkBox } from '../ink-box.ts';

/** How much of the narrower of two pieces has to be below the other for them to be in one column. */
const IN_COLUMN = 0.4;

/** Tags are in the order of the page. */
export const readingOrder: Check = {
  name: 'reading-order',
  description: 'text is read down each column and along each line',
  run(file, report) {
    const rightToLeft = /^(ar|he|fa|ur|yi)\b/i.test(file.pdf.metadata.lang ?? '');
    const before = new Map<string, { box: Box; text: ReadText }>();
    for (const { item, node } of file.content) {
      if (!('mcid' in item) || ancestorWithRole(node, file.parents, 'Figure')) continue;
      const texts = (file.marked.get(`${item.page}:${item.mcid}`) ?? []).filter(
        ({ text }) => text.trim() !== '',
      );
      const [first] = texts;
      if (!first) continue;
      // Pages on a sheet may be turned, each with its own order, and cells are read one after another.
      const cell = file.expected.cells?.findIndex((one) => isIn(first, one)) ?? -1;
      // A note is read where its reference is, wherever it is printed.
      const note = ancestorWithRole(node, file.parents, 'Note')?.id ?? -1;
      const key = `${item.page}:${first.turn}:${cell}:${note}`;
      const box = uprightBox(texts, first.turn);
      const last = before.get(key);
      before.set(key, { box, text: first });
      if (last && !rightToLeft && isLeft(box, last.box) && !ancestorWithRole(node, file.parents, 'L'))
        report(
          { page: item.page, box: first.box, text: first.text },
          `“${short(first.text)}” is read after “${short(last.text.text)}”, but is to the left of it.`,
          'Put the tags in the order of the page.',
        );
      else if (last && isAbove(box, last.box, first.size))
        report(
          { page: item.page, box: first.box, text: first.text },
          `“${short(first.text)}” is read after “${short(last.text.text)}”, but is above it.`,
          'Put the tags in the order of the page.',
        );
    }
  },
};

const short = (text: string): string =>
  text.trim().length > 24 ? `${text.trim().slice(0, 24)}…` : text.trim();

const isIn = ({ from }: ReadText, { x, y, width, height }: Box): boolean =>
  from[0] >= x && from[0] <= x + width && from[1] >= y && from[1] <= y + height;

/** Gives the innermost element of a role that a node is in; it may be the node itself. */
function ancestorWithRole(
  node: ReadNode,
  parents: PreflightFile['parents'],
  role: string,
): ReadNode | undefined {
  let one: ReadNode | undefined = node;
  while (one && one.role !== role) one = parents.get(one);
  return one;
}

/** Gives the box of texts when the page is turned so that they are upright. */
function uprightBox(texts: readonly ReadText[], turn: number): Box {
  const angle = (-turn * Math.PI) / 180;
  const turned = (x: number, y: number) =>
    [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)] as const;
  return boundingBox(
    texts.flatMap((text) => {
      const box = inkBox(text);
      return [turned(box.x, box.y), turned(box.x + box.width, box.y + box.height)];
    }),
  );
}

/** Whether a piece is on the lines of another, and wholly left of it. */
function isLeft(box: Box, other: Box): boolean {
  const common = Math.min(box.y + box.height, other.y + other.height) - Math.max(box.y, other.y);
  return common > 0.6 * Math.min(box.height, other.height) && box.x + box.width <= other.x + 1;
}

/** Whether a piece is wholly above another, in one column with it. */
function isAbove(box: Box, other: Box, size: number): boolean {
  const common = Math.min(box.x + box.width, other.x + other.width) - Math.max(box.x, other.x);
  return common > IN_COLUMN * Math.min(box.width, other.width) && box.y + box.height < other.y + 0.1 * size;
}
