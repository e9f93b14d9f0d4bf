import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ColumnMeasure,
  columnWidths,
  evenWidths,
  haveRoom,
} from '../../src/layout/strips/tables/column-widths.ts';

/** Columns without joints: what they need at least is their longest word. */
const widths = (columns: readonly Omit<ColumnMeasure, 'least'>[], free: number) =>
  columnWidths(
    columns.map((one) => ({ ...one, least: one.word })),
    free,
  ).map(Math.round);

const column = (least: number, word: number, ...rows: number[]): ColumnMeasure => ({ least, word, rows });

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

  it('cut the widest words first where they do not fit', () => {
    // 100 and 50 in 75: both give way to half. 100 and 20 in 75: the short one keeps its 20.
    expect(columnWidths([column(100, 100, 100), column(50, 50, 50)], 75)).toEqual([37.5, 37.5]);
    expect(columnWidths([column(100, 100, 100), column(20, 20, 20)], 75)).toEqual([55, 20]);
    // 10 stays; of the remaining 80, no column gets more than 40.
    expect(columnWidths([column(90, 90, 90), column(10, 10, 10), column(60, 60, 60)], 90)).toEqual([
      40, 10, 40,
    ]);
  });

  it('break a long token at its joints before a short column is narrowed', () => {
    // A token of 400 whose widest part is 80, beside words of 25: 300 less 25.
    expect(columnWidths([column(25, 25, 25), column(80, 400, 400)], 300)).toEqual([25, 275]);
  });

  it('give the room of a token that breaks to the texts beside it', () => {
    // The token has three parts of 60; the texts need 900 on one line.
    const [token, text] = columnWidths([column(60, 170, 170), column(40, 40, 900)], 300);
    expect(token).toBeLessThan(100);
    expect(token).toBeGreaterThanOrEqual(60);
    expect(token! + text!).toBeCloseTo(300);
  });

  it('break only tokens that take more than an equal share', () => {
    // Two columns of 150: the first keeps its 120, the second has at least 50.
    const [first] = columnWidths([column(40, 120, 120), column(50, 400, 400)], 300);
    expect(first).toBeGreaterThanOrEqual(120);
  });
});

describe('evenWidths', () => {
  const column = (word: number, given?: number) => ({
    least: word,
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

  it('cuts the widest words first where there is too little room', () => {
    expect(evenWidths([column(100), column(20)], 75)).toEqual([55, 20]);
  });

  it('breaks tokens at their joints before that', () => {
    expect(evenWidths([{ ...column(100), least: 30 }, column(20)], 75)).toEqual([37.5, 37.5]);
  });
});

describe('the widths of any columns', () => {
  const measures = fc.array(
    fc.record({ least: fc.integer({ min: 1, max: 90 }), more: fc.nat(200), rest: fc.nat(900) }),
    { minLength: 1, maxLength: 9 },
  );

  it('fill the table, and cut no word unless the parts do not fit', () => {
    fc.assert(
      fc.property(measures, fc.integer({ min: 20, max: 600 }), (made, free) => {
        const columns = made.map(({ least, more, rest }) => column(least, least + more, least + more + rest));
        for (const widthsOf of [columnWidths, evenWidths]) {
          const found = widthsOf(columns, free);
          expect(found.reduce((sum, one) => sum + one, 0)).toBeCloseTo(free, 5);
          const cut = columns.filter(({ least }, index) => found[index]! < least - 0.001);
          if (haveRoom(columns, free)) expect(cut).toEqual([]);
          // A column that is cut is never narrower than one that is not.
          const narrowest = Math.min(...found.filter((one, index) => one < columns[index]!.least - 0.001));
          if (cut.length > 0) expect(Math.max(...found)).toBeCloseTo(narrowest, 5);
        }
      }),
    );
  });
});
