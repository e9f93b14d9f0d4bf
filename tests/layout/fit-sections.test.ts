import { describe, expect, it } from 'vitest';
import { fitSections } from '../../src/layout/paging/fit-sections.ts';

const fit = { pages: 1, each: 'section', looks: ['display'], smallest: 10, shared: 4, sides: 1 } as const;

/** Sections that fit up to a size each. Most are text, which takes room as the square of its size. */
const sizes = (limits: readonly number[], shared = 4, power = 2, sides = 1) =>
  fitSections(limits.length, 20, { ...fit, shared, sides }, (section, size) => ({
    fits: size <= limits[section]!,
    filled: (size / limits[section]!) ** power,
  }));

describe('fitSections', () => {
  it('finds the largest size that fits, in quarters of a point', () => {
    expect(sizes([20, 15.3, 10.1], 1).map(({ size }) => size)).toEqual([20, 15.25, 10]);
  });

  it('finds it whatever room the text takes', () => {
    const limits = Array.from({ length: 50 }, (_, index) => 9.6 + index * 0.22);
    const halved = limits.map((limit) => Math.max(10, Math.min(20, Math.floor(limit * 4) / 4)));
    for (const power of [-2, 0, 0.5, 2, 9])
      expect(sizes(limits, 1, power).map(({ size }) => size)).toEqual(halved);
  });

  it('tries few sizes of a text', () => {
    const tried: number[] = [];
    const limit = 13.3;
    fitSections(1, 20, fit, (_, size) => {
      tried.push(size);
      return { fits: size <= limit, filled: (size / limit) ** 2 };
    });
    expect(tried).toEqual([20, 13.25, 13.5]);
  });

  it('says what does not fit at the smallest size', () => {
    expect(sizes([9], 1)).toEqual([{ size: 10, fits: false }]);
  });

  it('gives the cards of a sheet one size', () => {
    expect(sizes([20, 18, 17, 19]).map(({ size }) => size)).toEqual([17, 17, 17, 17]);
  });

  it('lets a text that is much longer keep its own', () => {
    // The middle of 11, 18, 19, 20 is 19; four fifths of it are 15.2.
    expect(sizes([20, 11, 18, 19]).map(({ size }) => size)).toEqual([18, 11, 18, 18]);
  });

  it('gives fronts one size and backs another', () => {
    const fitted = sizes([14, 20, 13, 19], 4, 2, 2);
    expect(fitted.map(({ size }) => size)).toEqual([13, 19, 13, 19]);
  });

  it('shares by sheet, not over all', () => {
    expect(sizes([20, 20, 16, 16], 2).map(({ size }) => size)).toEqual([20, 20, 16, 16]);
  });
});
