import { describe, expect, it } from 'vitest';
import { columnWidths, evenWidths } from '../../src/layout/strips/column-widths.ts';

const widths = (columns: readonly { given?: number; word: number; rows: number[] }[], free: number) =>
  columnWidths(columns, free).map(Math.round);

describe('the widths of columns', () => {
  it('grow with their texts where all fit on one line', () => {
    // 30 + 60 of 180: each twice as wide.
    expect(
      widths(
        [
          { word: 10, rows: [30] },
          { word: 20, rows: [60] },
        ],
        180,
      ),
    ).toEqual([60, 120]);
  });

  it('leave a column of short texts what it needs, and the rest to the long ones', () => {
    const [short, long] = widths(
      [
        { word: 20, rows: [30, 40, 20] },
        { word: 40, rows: [900, 800, 700] },
      ],
      300,
    );
    expect(short).toBeLessThanOrEqual(45);
    expect(short! + long!).toBe(300);
  });

  it('keep what is given', () => {
    expect(
      widths(
        [
          { given: 100, word: 0, rows: [] },
          { word: 20, rows: [900] },
        ],
        300,
      ),
    ).toEqual([100, 200]);
  });

  it('give way alike where even the longest words do not fit', () => {
    expect(
      widths(
        [
          { word: 100, rows: [100] },
          { word: 50, rows: [50] },
        ],
        75,
      ),
    ).toEqual([50, 25]);
  });
});

describe('evenWidths', () => {
  const column = (word: number, given?: number) => ({
    word,
    rows: [word],
    ...(given !== undefined && { given }),
  });

  it('makes columns equally wide, whatever stands in them', () => {
    expect(evenWidths([column(10), column(30), column(5)], 120)).toEqual([40, 40, 40]);
  });

  it('gives room for its longest word to one that needs more', () => {
    // 120 less 60 leaves 30 for each of the other two.
    expect(evenWidths([column(60), column(30), column(5)], 120)).toEqual([60, 30, 30]);
    expect(evenWidths([column(5), column(5), column(5, 50)], 120)).toEqual([35, 35, 50]);
  });

  it('lets all give way alike where there is too little room for the words', () => {
    expect(evenWidths([column(100), column(50)], 75)).toEqual([50, 25]);
  });
});
