import type { Box } from '../../../pages/page.ts';
import type { Check, PreflightFile } from '../check.ts';
import { coversPoint, inkBox } from '../ink-box.ts';

/** How far text may extend out of its cell, in points: backs are shifted for a printer by some millimetres. */
const SLACK = 15;

/** Each card has its own back behind it, and keeps to its cell. */
export const backsMatch: Check = {
  name: 'backs',
  description: 'text stays on its card, and each back is behind its front',
  run(file, report) {
    const { expected, pdf } = file;
    if (!expected.cells) return;
    const filled = pdf.pages.map((_, page) => filledCells(file, expected.cells!, page, report));
    if (!expected.backs) return;
    for (let front = 0; front + 1 < filled.length; front += 2) {
      for (const [index, cell] of expected.cells.entries()) {
        const behind = cellBehind(file, index);
        const [has, hasBehind] = [filled[front]!.has(index), filled[front + 1]!.has(behind)];
        if (has && !hasBehind)
          report({ page: front, box: cell }, 'A card has no back behind it.', CHECK_EDGE);
        if (!has && hasBehind)
          report(
            { page: front + 1, box: expected.cells[behind] },
            'A back has no card in front of it.',
            CHECK_EDGE,
          );
      }
    }
    judgePairs(file, report);
  },
};

const CHECK_EDGE = 'Make the cards again, with the edge on which your printer flips the sheets.';

/** Gives the cell that is behind another when the sheet is turned. */
function cellBehind({ pdf, expected }: PreflightFile, index: number): number {
  const { width, height } = pdf.pages[0]!;
  const likeABook = height >= width === (expected.duplex !== 'short-edge');
  const cell = expected.cells![index]!;
  const [x, y] = [cell.x + cell.width / 2, cell.y + cell.height / 2];
  return expected.cells!.findIndex((other) =>
    coversPoint(other, likeABook ? width - x : x, likeABook ? y : height - y),
  );
}

/**
 * Checks that backs are behind their own fronts. A back is read right after its front, so the tags show which belong
 * together.
 */
function judgePairs(file: PreflightFile, report: Parameters<Check['run']>[1]): void {
  const cells = file.expected.cells!;
  let front: { page: number; cell: number } | undefined;
  for (const { item } of file.content) {
    const text = 'mcid' in item ? file.marked.get(`${item.page}:${item.mcid}`)?.[0] : undefined;
    const cell = text ? cells.findIndex((one) => coversPoint(one, ...text.from)) : -1;
    if (!text || cell < 0) continue;
    if (item.page % 2 === 0) front = { page: item.page, cell };
    else if (front && (item.page !== front.page + 1 || cellBehind(file, front.cell) !== cell)) {
      report(
        { page: item.page, box: text.box, text: text.text },
        'This back is not behind its own front.',
        CHECK_EDGE,
      );
      front = undefined;
    }
  }
}

/** Gives the cells of a page that hold text. Reports text that runs from one into another. */
function filledCells(
  { texts }: PreflightFile,
  cells: readonly Box[],
  page: number,
  report: Parameters<Check['run']>[1],
): Set<number> {
  const filled = new Set<number>();
  for (const text of texts[page]!) {
    const box = inkBox(text);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const index = cells.findIndex((cell) => coversPoint(cell, x, y));
    if (index < 0) continue;
    filled.add(index);
    const cell = cells[index]!;
    const overhang = Math.max(
      cell.x - box.x,
      box.x + box.width - cell.x - cell.width,
      cell.y - box.y,
      box.y + box.height - cell.y - cell.height,
    );
    if (overhang > SLACK)
      report(
        { page, box, text: text.text },
        'Text runs over onto the next card.',
        'Make it smaller or shorter.',
      );
  }
  return filled;
}
