import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReport } from '../../src/diagnostics/report.ts';
import { paginate } from '../../src/layout/paging/paginate.ts';
import { keptWithNext, type Strip, strip } from '../../src/layout/strips/strip.ts';
import { nowhere } from '../support.ts';

const frame = (height: number) => (index: number) => ({ x: 0, y: 0, width: 100, height, page: index });
const line = (height = 10, more: Partial<Strip> = {}) => strip(nowhere, height, [], more);
const fill = (strips: readonly Strip[], height: number) =>
  paginate({ strips, frame: frame(height) }, createReport());
const pagesOf = (strips: readonly Strip[], height: number) =>
  fill(strips, height).placed.map((placed) => placed.page);

describe('paginate', () => {
  it('fills a frame to its height', () => {
    // 3 × 10 = 30 fit into 30; the fourth does not.
    expect(pagesOf([line(), line(), line(), line()], 30)).toEqual([0, 0, 0, 1]);
  });

  it('leaves the gap out at the top of a frame', () => {
    const { placed } = fill([line(), line(10, { gapBefore: 8 }), line(10, { gapBefore: 8 })], 28);
    expect(placed.map(({ y }) => y)).toEqual([0, 18, 0]);
  });

  it('keeps a strip with the next', () => {
    // A heading that would stand last on page 1 goes to page 2 with its text.
    expect(pagesOf([line(), line(), keptWithNext(line()), line()], 30)).toEqual([0, 0, 1, 1]);
  });

  it('parts what is kept together only when it is longer than a frame', () => {
    const kept = Array.from({ length: 5 }, () => keptWithNext(line()));
    expect(pagesOf([...kept, line()], 30)).toEqual([0, 0, 0, 1, 1, 1]);
  });

  it('leaves no line or two over where it parts what is kept together', () => {
    // 8 of 10 fit; 2 would be left over, and 4 go on.
    const kept = Array.from({ length: 9 }, () => keptWithNext(line()));
    expect(pagesOf([...kept, line()], 80)).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1]);
  });

  it('does not leave the header of a table behind for it', () => {
    const header = line(5);
    const row = () => keptWithNext(line(10, { keep: { next: true, header: [header] } }));
    // Two rows fit below the header, and two of four strips would go on. The first row stays, since only it has no header
    // to be set again.
    const strips = [...Array.from({ length: 4 }, () => keptWithNext(line())), keptWithNext(line(5))];
    const rows = [keptWithNext(line()), row(), row(), line(10, { keep: { next: false, header: [header] } })];
    // The header stands there again, so that there are ten strips.
    expect(pagesOf([...strips, ...rows], 70)).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1]);
  });

  it('begins no entry in the lowest third that does not end there', () => {
    const opening = () => keptWithNext(line(10, { opens: true }));
    // The entry would begin at 40 of 60 and end in the next frame.
    const long = [line(), line(), line(), line(), line(), opening(), line(), line()];
    expect(pagesOf(long, 70)).toEqual([0, 0, 0, 0, 0, 1, 1, 1]);
    // It ends in the frame, or begins high enough.
    expect(pagesOf([line(), line(), line(), line(), line(), opening(), line()], 70)).toEqual(
      Array.from({ length: 7 }, () => 0),
    );
    expect(pagesOf([line(), line(), line(), opening(), line(), line(), line(), line()], 70)).toEqual([
      0, 0, 0, 0, 0, 0, 1, 1,
    ]);
  });

  it('sets the header again where a frame begins inside a table', () => {
    const header = line(5);
    const row = () => line(10, { keep: { next: false, header: [header] } });
    const { placed } = fill([keptWithNext(line(5)), row(), row(), row(), row()], 25);
    expect(placed.filter(({ repeated }) => repeated).map(({ page, y }) => [page, y])).toEqual([[1, 0]]);
    expect(placed.filter(({ page }) => page === 1).map(({ y }) => y)).toEqual([0, 5, 15]);
  });

  it('gives what is left of a frame to strips that stretch', () => {
    const { placed } = fill([line(), line(10, { stretch: 1 }), line(10, { stretch: 3 })], 70);
    // 70 − 30 = 40 left: 10 for one share, 30 for three.
    expect(placed.map(({ height }) => height)).toEqual([10, 20, 40]);
  });

  it('chooses breaks that leave frames evenly full', () => {
    // In order of filling: 40 of 50, then 20 + 20; the 30 cannot follow the 40.
    const { placed } = fill([line(20), line(20), line(30), line(20), line(20)], 50);
    expect(placed.map(({ page }) => page)).toEqual([0, 0, 1, 1, 2]);
  });

  it('ends frames elsewhere so that fewer are under half full, where that is asked for', () => {
    const ends = (leastFilled: number, heights: readonly number[]) => {
      const strips = heights.map((height) => line(height));
      return paginate({ strips, frame: frame(100), leastFilled }, createReport()).placed.map(
        ({ page }) => page,
      );
    };
    expect(ends(0, [60, 35, 20])).toEqual([0, 0, 1]);
    expect(ends(0.5, [60, 35, 20])).toEqual([0, 1, 1]);
    // The last may be short rather than one before it.
    expect(ends(0.5, [45, 50, 20])).toEqual([0, 0, 1]);
  });

  it('reports a strip that no frame can hold, and shows it all the same', () => {
    const report = createReport();
    const { placed } = paginate({ strips: [line(), line(80), line()], frame: frame(50) }, report);
    expect(placed).toHaveLength(3);
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['too-tall']);
  });

  it('pushes asides down where they would meet, and up from the foot', () => {
    const aside = (height: number) => [[line(height)]];
    const strips = [line(10, { asides: aside(15) }), line(10, { asides: aside(15) }), line(10), line(10)];
    const { asides } = paginate(
      { strips, frame: (index) => ({ ...frame(40)(index), asideX: 110 }) },
      createReport(),
    );
    // The first wants 0, but both need 15 + 10 + 15 = 40: it stays at 0, the other is pushed from 10 to 25.
    expect(asides.map(({ x, y }) => [x, y])).toEqual([
      [110, 0],
      [110, 25],
    ]);
  });

  it('places every strip once, in order, inside its frame, with nothing overlapping', () => {
    const strips = fc.array(
      fc.record({
        height: fc.integer({ min: 1, max: 40 }),
        gapBefore: fc.integer({ min: 0, max: 20 }),
        next: fc.boolean(),
        stretch: fc.integer({ min: 0, max: 1 }),
      }),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(strips, fc.integer({ min: 40, max: 200 }), (described, height) => {
        const all = described.map(({ next, ...more }) =>
          line(more.height, { ...more, keep: { next, header: [] } }),
        );
        const { placed } = fill(all, height);
        expect(placed.map(({ strip: one }) => one)).toEqual(all);
        placed.forEach((one, index) => {
          expect(one.y).toBeGreaterThanOrEqual(0);
          expect(one.y + one.height).toBeLessThanOrEqual(height + 0.1);
          const before = placed[index - 1];
          if (before?.page === one.page) expect(one.y).toBeGreaterThanOrEqual(before.y + before.height - 0.1);
          else if (before) expect(one.page).toBe(before.page + 1);
        });
      }),
    );
  });
});

describe('footnotes', () => {
  const note = (lines: number) => Array.from({ length: lines }, () => line(5));

  it('take their room from the frame that refers to them', () => {
    // 3 lines of 10 and a note of 10 do not fit into 35: the third goes on.
    const { placed } = fill([line(), line(10, { notes: note(2) }), line(), line()], 35);
    expect(placed.map(({ page, y, height }) => [page, y, height])).toEqual([
      [0, 0, 10],
      [0, 10, 10],
      // At the foot: 35 − 2 × 5.
      [0, 25, 5],
      [0, 30, 5],
      [1, 0, 10],
      [1, 10, 10],
    ]);
  });

  it('go on in the next frame when they must, two lines at least on either side', () => {
    const { placed } = fill([line(), line(10, { notes: note(5) }), line()], 30);
    const noted = placed.filter(({ height }) => height === 5);
    expect(noted.map(({ page, y }) => [page, y])).toEqual([
      [0, 20],
      [0, 25],
      [1, 15],
      [1, 20],
      [1, 25],
    ]);
  });

  it('are all set, whatever their length', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 20, max: 60 }),
        (lengths, height) => {
          const strips = lengths.map((count) => line(10, { notes: note(count) }));
          const { placed, frames } = fill(strips, height);
          expect(placed.filter((one) => one.height === 5)).toHaveLength(lengths.reduce((a, b) => a + b, 0));
          for (const { page, y, height: own } of placed) {
            expect(y).toBeGreaterThanOrEqual(-0.01);
            expect(y + own).toBeLessThanOrEqual(frames[page]!.height + 0.01);
          }
        },
      ),
    );
  });
});

describe('columns', () => {
  const columns = (height: number, count: number) => (index: number) => ({
    x: index % count,
    y: 0,
    width: 100,
    height,
    page: Math.floor(index / count),
  });

  it('are made about equally long on the last page', () => {
    const strips = Array.from({ length: 6 }, () => line());
    const { placed } = paginate({ strips, frame: columns(50, 2) }, createReport());
    expect(placed.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [0, 10],
      [0, 20],
      [1, 0],
      [1, 10],
      [1, 20],
    ]);
  });

  it('rather end a frame with a whole word than with a hyphen', () => {
    const strips = [line(), line(), line(10, { breakCost: 0.01 }), line(), line(), line()];
    // 39 holds three lines; either way there are two frames.
    expect(pagesOf(strips, 39)).toEqual([0, 0, 0, 1, 1, 1]);
    expect(pagesOf([...strips.slice(0, 5)], 39)).toEqual([0, 0, 0, 1, 1]);
  });
});
