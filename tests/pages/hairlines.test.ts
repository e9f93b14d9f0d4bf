import { describe, expect, it } from 'vitest';
import { HAIRLINE, thinnestLine, withHairlines } from '../../src/pages/hairlines.ts';
import type { GroupMark, Mark } from '../../src/pages/page.ts';
import { blankPages } from '../layout/sheets/blank-pages.ts';

const line = (width: number): Mark => ({
  kind: 'shape',
  structureRef: { artifact: 'layout' },
  outline: {
    path: [
      ['M', 0, 0],
      ['L', 10, 0],
    ],
  },
  stroke: { colour: 0, width },
});
const group = (marks: readonly Mark[], more: Partial<GroupMark>): Mark => ({
  kind: 'group',
  x: 0,
  y: 0,
  turn: 0,
  scale: 1,
  role: 'x',
  marks,
  ...more,
});

const printed = (marks: readonly Mark[]) => {
  const laid = blankPages(1, { width: 100, height: 100 });
  return withHairlines({ ...laid, pages: [{ ...laid.pages[0]!, marks }] }).pages[0]!.marks;
};

describe('lines', () => {
  it('that are wide enough stay as they are', () => {
    const marks = [line(0.25), group([line(1)], { scale: 0.5 })];
    expect(printed(marks)).toBe(marks);
  });

  it.each<[string, Mark]>([
    ['drawn thin', line(0.1)],
    ['without a width', line(0)],
    ['made smaller', group([line(0.3)], { scale: 0.7 })],
    ['made smaller twice', group([group([line(0.9)], { scale: 0.5 })], { scale: 0.5 })],
    ['pressed together one way', group([line(0.5)], { matrix: [3, 0, 0, 0.3] })],
    ['turned and made smaller', group([line(0.5)], { matrix: [0, 0.4, -0.4, 0] })],
  ])('%s get the width of a hairline', (_, mark) => {
    expect(thinnestLine([mark])).toBeLessThan(HAIRLINE);
    expect(thinnestLine(printed([mark]))).toBeCloseTo(HAIRLINE, 9);
  });
});
