import { describe, expect, it } from 'vitest';
import { keepGroup, keepRun } from '../../src/layout/strips/blocks/keep-group.ts';
import { keptWithNext, strip } from '../../src/layout/strips/strip.ts';
import { nowhere } from '../support.ts';

/** Lines ten points high, on a page a hundred points high; 1 where a line is kept with the next. */
const kept = (count: number, stretch = 0, whole = false) =>
  keepGroup(
    Array.from({ length: count }, (_, index) =>
      strip(nowhere, 10, [], index === count - 1 ? { stretch } : {}),
    ),
    100,
    { whole },
  )
    .map((one) => (one.keep.next ? 1 : 0))
    .join('');

describe('keepGroup', () => {
  it('keeps a group together', () => expect(kept(4)).toBe('1110'));

  it('keeps only the beginning and the end of one that fills half a page', () =>
    expect(kept(8)).toBe('10000110'));

  it('keeps a question with the room for its answer up to three fifths of a page, and its beginning always', () => {
    expect(kept(6, 1)).toBe('111110');
    expect(kept(8, 1)).toBe('10000110');
  });

  it('lets a page end inside a longer one, at a cost, but not where a divided answer has its own', () => {
    const costs = (divides: boolean) =>
      keepGroup(
        Array.from({ length: 8 }, () => strip(nowhere, 10, [], { divides })),
        100,
      ).map(({ breakCost }) => breakCost);
    expect(costs(false)).toEqual([0, 0.06, 0.06, 0.06, 0.06, 0, 0, 0]);
    expect(costs(true)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('does not keep tall strips at its end together, such as rows of a table', () => {
    const rows = [5, 5, 5, 20, 20, 20].map((height) => strip(nowhere, height, []));
    expect(keepGroup(rows, 100).map((one) => one.keep.next)).toEqual([true, true, true, false, false, false]);
  });

  it('lets a table or picture in large print go on the page after the beginning of its group', () => {
    const question = [5, 5, 20, 20, 5, 5].map((height) => strip(nowhere, height, []));
    const keeps = (large: boolean) => keepGroup(question, 100, { large }).map((one) => one.keep.next);
    expect(keeps(false)).toEqual([true, true, false, true, true, false]);
    expect(keeps(true)).toEqual([true, false, false, true, true, false]);
  });

  it('keeps one that is to stay whole as long as a page can hold it', () => {
    expect(kept(10, 0, true)).toBe('1111111110');
    expect(kept(11, 0, true)).toBe('10000000110');
  });
});

describe('keepRun', () => {
  /** Groups in a row that are parts of one thing, of so many lines each: what ending a page after each line costs. */
  const run = (...counts: number[]) => {
    const strips = counts.flatMap((count) =>
      Array.from({ length: count }, (_, index) =>
        index < count - 1 ? keptWithNext(strip(nowhere, 10, [])) : strip(nowhere, 10, []),
      ),
    );
    const starts = counts.slice(0, -1).map((_, at) => counts.slice(0, at + 1).reduce((a, b) => a + b));
    return keepRun(strips, starts, 100).map(({ keep, breakCost }) => (keep.next ? 'kept' : breakCost));
  };

  it('keeps them together where they fill no more than three fifths of a page', () => {
    expect(run(2, 4)).toEqual(['kept', 'kept', 'kept', 'kept', 'kept', 0]);
  });

  it('lets a page end between longer ones, at a cost', () => {
    expect(run(2, 5)).toEqual(['kept', 0.25, 'kept', 'kept', 'kept', 'kept', 0]);
  });
});
