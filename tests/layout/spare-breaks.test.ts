import { describe, expect, it } from 'vitest';
import { withoutSpareBreaks } from '../../src/layout/without-spare-breaks.ts';
import { layOutText } from '../print-text.ts';
import { nowhere } from '../support.ts';

/** Sections that fill so many tenths of a page, each after a break that isn't needed. */
const sections = (...tenths: number[]) =>
  tenths.map((count, index) => ({
    recto: false,
    ...(index > 0 && { spare: true }),
    blocks: Array.from(
      { length: count },
      () => ({ kind: 'space', at: nowhere, height: 1, fill: 0 }) as const,
    ),
  }));

const costOf = (given: readonly { blocks: readonly unknown[] }[]) => {
  const filled = given.flatMap(({ blocks }) => [
    ...Array.from({ length: Math.floor(blocks.length / 10) }, () => 10),
    ...(blocks.length % 10 > 0 ? [blocks.length % 10] : []),
  ]);
  return { pages: filled.length, holes: filled.filter((count) => count < 5).length };
};
const left = (...tenths: number[]) =>
  withoutSpareBreaks(sections(...tenths), costOf).map(({ blocks }) => blocks.length);

describe('page breaks that are not needed', () => {
  it('are left out where they cost a page, even if it takes several to save one', () => {
    expect(left(4, 6)).toEqual([10]);
    expect(left(5, 9, 6)).toEqual([20]);
  });

  it('stay where they cost nothing', () => {
    expect(left(8, 7)).toEqual([8, 7]);
    expect(left(8, 7, 3)).toEqual([8, 10]);
  });

  it('are left out where they leave a page under half full', () => expect(left(4, 11)).toEqual([15]));

  it('are left out before what had better begin on the left only if that saves a sheet', () => {
    const spread = (...tenths: number[]) =>
      withoutSpareBreaks(
        sections(...tenths).map((one, index) => (index > 0 ? { ...one, spread: true } : one)),
        costOf,
      ).map(({ blocks }) => blocks.length);
    expect(spread(14, 16)).toEqual([14, 16]);
    expect(spread(14, 8)).toEqual([14, 8]);
    expect(spread(14, 6)).toEqual([20]);
    expect(spread(4, 15, 11)).toEqual([19, 11]);
  });

  it('are written as new-page with needed: no', () => {
    const text = (needed: string) => `Before.\n\n~~~new-page\nneeded: ${needed}\n~~~\n\nAfter.`;
    expect(layOutText(text('no')).laid.pages).toHaveLength(1);
    expect(layOutText(text('yes')).laid.pages).toHaveLength(2);
  });
});
