import { describe, expect, it } from 'vitest';
import { calibrationSheet } from '../../../src/layout/sheets/calibration-sheet.ts';
import type { Laid } from '../../../src/pages/laid.ts';
import { layOutText } from '../../print-text.ts';

/** The lines that the sheet adds to a page, as they go from left to right. */
const addedTo = ({ pages }: Laid, side: number, before: Laid) =>
  pages[side]!.marks.slice(before.pages[side]!.marks.length).flatMap((mark) =>
    mark.kind === 'shape' && 'path' in mark.outline
      ? [mark.outline.path.map(([, ...at]) => at as number[])]
      : [],
  );

describe('the test sheet of a printer', () => {
  const { laid } = layOutText('# Front\n\n~~~new-page\n{}\n~~~\n\n## Back\n');
  const sheet = calibrationSheet(laid, 'long-edge');

  it('has a ruler of 100 mm on its front, with a mark at each centimetre', () => {
    // 100 mm are 283.5 points, 10 mm are 28.3.
    const lines = addedTo(sheet, 0, laid);
    const long = lines.find(([from, to]) => Math.abs(to![0]! - from![0]! - (100 * 72) / 25.4) < 0.02)!;
    expect(long).toBeDefined();
    const marks = lines.filter(([from, to]) => from![0] === to![0] && to![1] === long[0]![1]);
    expect(marks).toHaveLength(11);
    marks.forEach(([from], index) => {
      expect(from![0]! - long[0]![0]!).toBeCloseTo((index * 10 * 72) / 25.4, 1);
    });
  });

  it('has no ruler on its back, where only the cross is', () => {
    expect(addedTo(sheet, 1, laid)).toHaveLength(2);
  });
});
