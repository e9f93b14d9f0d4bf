import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellSize, gridOf } from '../../../src/layout/sheets/grid.ts';
import { imposeGrid } from '../../../src/layout/sheets/impose-grid.ts';
import type { Laid } from '../../../src/pages/laid.ts';
import { mm } from '../../../src/pages/length.ts';
import type { Mark } from '../../../src/pages/page.ts';
import { paperSizeNamed } from '../../../src/pages/paper-size.ts';
import { blankPages } from './blank-pages.ts';

const a4 = paperSizeNamed('a4')!;
const grid = gridOf(a4, { grid: '2x4', margin: 10, marks: 'crop' });

const pages = (count: number): Laid => blankPages(count, cellSize(grid));

const groups = (marks: readonly Mark[]) => marks.flatMap((mark) => (mark.kind === 'group' ? [mark] : []));

describe('imposeGrid', () => {
  it('has cells of 95 × 69.25 mm on A4 with 10 mm around', () => {
    expect(cellSize(grid).width).toBeCloseTo(mm(95), 6);
    expect(cellSize(grid).height).toBeCloseTo(mm(69.25), 6);
  });

  it('fills rows from the left', () => {
    const [sheet] = imposeGrid(pages(3), { ...grid, margin: { x: 0, y: 0 } }).pages;
    const even = cellSize({ ...grid, margin: { x: 0, y: 0 } });
    expect(
      groups(sheet!.marks).map(({ x, y }) => [(x / even.width).toFixed(2), (y / even.height).toFixed(2)]),
    ).toEqual([
      ['0.00', '0.00'],
      ['1.00', '0.00'],
      ['0.00', '1.00'],
    ]);
  });

  it('keeps every page, and the grid where it is on every sheet', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (count) => {
        const laid = imposeGrid(pages(count), grid);
        expect(laid.pages).toHaveLength(Math.ceil(count / 8));
        expect(laid.pages.flatMap((sheet) => groups(sheet.marks).map(({ role }) => role))).toEqual(
          Array.from({ length: count }, (_, index) => `page ${index + 1}`),
        );
        const first = groups(laid.pages[0]!.marks).map(({ x, y }) => [x, y]);
        for (const sheet of laid.pages) {
          const corners = groups(sheet.marks).map(({ x, y }) => [x, y]);
          expect(corners).toEqual(first.slice(0, corners.length).concat(corners.slice(first.length)));
        }
        expect(laid.outline[0]!.page).toBe(laid.pages.length - 1);
      }),
    );
  });

  it('keeps crop marks 5 mm from the edge and out of the cards’ text', () => {
    const [sheet] = imposeGrid(pages(8), grid).pages;
    for (const mark of sheet!.marks) {
      if (mark.kind !== 'shape' || !('path' in mark.outline)) continue;
      for (const step of mark.outline.path) {
        if (step[0] !== 'M' && step[0] !== 'L') continue;
        expect(step[1]).toBeGreaterThanOrEqual(mm(5) - 0.01);
        expect(step[1]).toBeLessThanOrEqual(a4.width - mm(5) + 0.01);
        expect(step[2]).toBeGreaterThanOrEqual(mm(5) - 0.01);
        expect(step[2]).toBeLessThanOrEqual(a4.height - mm(5) + 0.01);
      }
    }
  });
});
