import { describe, expect, it } from 'vitest';
import type { BuildOptions } from '../../src/build/jobs/build-options.ts';
import { layOutPack } from '../support.ts';

const words = Array.from(
  { length: 24 },
  (_, index) => `## word${index}\n\nA meaning that is number ${index} of all.\n`,
);

/** A pack whose starters ask words and, of a given length, questions. */
const starters = (length: number, more: Partial<BuildOptions> = {}) => {
  const long = Array.from(
    { length: 15 },
    (_, index) =>
      `## Question ${index} ${'and so on and on '.repeat(length)}?\nid: long-${index}\n\nAn answer ${index}.\n`,
  );
  const { report, documents } = layOutPack(
    {
      'vocabulary.md': words.join('\n'),
      'schedule.md': ['One', 'Two', 'Three'].map((name) => `## ${name}\n\nRead.\n`).join('\n'),
      ...(length > 0 && { 'items.md': long.join('\n') }),
    },
    { products: ['retrieval-starters'], ...more },
  );
  expect(report.diagnostics).toEqual([]);
  return documents[0]!.pages.pages.map((page) => ({
    isLandscape: page.width > page.height,
    names: JSON.stringify(page).split(/"Name\s"/).length - 1,
  }));
};

const twice = { isLandscape: true, names: 2 };
const once = { isLandscape: false, names: 1 };

describe('retrieval starters', () => {
  it('are printed twice on a sheet, one sheet for each step', () => {
    expect(starters(0)).toEqual([twice, twice, twice]);
    expect(starters(0, { paper: 'letter' })).toEqual([twice, twice, twice]);
    expect(starters(4)).toEqual([twice, twice, twice]);
  });

  it('have whole pages in large print, and each once', () => {
    expect(starters(0, { style: 'large-print-18' })).toEqual([once, once, once]);
  });

  it('have whole pages if the questions are too long for half of one', () => {
    expect(starters(60).every(({ isLandscape }) => !isLandscape)).toBe(true);
  });
});
