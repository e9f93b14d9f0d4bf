import { describe, expect, it } from 'vitest';
import { HAIRLINE, thinnestLine, withHairlines } from '../../src/pages/hairlines.ts';
import type { Mark } from '../../src/pages/page.ts';
import { blankPages } from '../layout/sheets/blank-pages.ts';
import { groupOf } from './group-of.ts';

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

const printed = (marks: readonly Mark[]) => {
  const laid = blankPages(1, { width: 100, height: 100 });
  return withHairlines({ ...laid, pages: [{ ...laid.pages[0]!, marks }] }).pages[0]!.marks;
};

describe('lines', () => {
  it('that are wide enough stay as they are', () => {
    const marks = [line(0.25), groupOf([line(1)], { scale: 0.5 })];
    expect(printed(marks)).toBe(marks);
  });

  it.each<[string, Mark]>([
    ['drawn thin', line(0.1)],
    ['without a width', line(0)],
    ['made smaller', groupOf([line(0.3)], { scale: 0.7 })],
    ['made smaller twice', groupOf([groupOf([line(0.9)], { scale: 0.5 })], { scale: 0.5 })],
    ['pressed together one way', groupOf([line(0.5)], { matrix: [3, 0, 0, 0.3] })],
    ['turned and made smaller', groupOf([line(0.5)], { matrix: [0, 0.4, -0.4, 0] })],
  ])('%s get the width of a hairline', (_, mark) => {
    expect(thinnestLine([mark])).toBeLessThan(HAIRLINE);
    expect(thinnestLine(printed([mark]))).toBeCloseTo(HAIRLINE, 9);
  });
});
