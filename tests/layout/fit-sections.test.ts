import { describe, expect, it } from 'vitest';
import { fitSections } from '../../src/layout/paging/fit-sections.ts';

const fit = { pages: 1, each: 'section', looks: ['display'], smallest: 10, shared: 4, sides: 1 } as const;

/** Sections that fit up to a size each. */
const sizes = (limits: readonly number[], shared = 4) =>
  fitSections(limits.length, 20, { ...fit, shared }, (section, size) => size <= limits[section]!);

describe('fitSections', () => {
  it('finds the largest size that fits, in quarters of a point', () => {
    expect(sizes([20, 15.3, 10.1], 1).map(({ size }) => size)).toEqual([20, 15.25, 10]);
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
    const fitted = fitSections(
      4,
      20,
      { ...fit, sides: 2 },
      (section, size) => size <= [14, 20, 13, 19][section]!,
    );
    expect(fitted.map(({ size }) => size)).toEqual([13, 19, 13, 19]);
  });

  it('shares by sheet, not over all', () => {
    expect(sizes([20, 20, 16, 16], 2).map(({ size }) => size)).toEqual([20, 20, 16, 16]);
  });
});
