import { describe, expect, it } from 'vitest';
import { layOutFolder } from '../support.ts';

const PRODUCTS = ['quotation-bank', 'revision-mat', 'essay-plan', 'chapter-log', 'self-check'];

describe.each([
  ['content/the-water-cycle', ['revision-mat', 'self-check']],
  // Its names hold signs that mean something in Markdown and HTML.
  ['tests/packs/optics', ['revision-mat', 'self-check']],
  ['tests/packs/le-phare', ['chapter-log', 'essay-plan', 'quotation-bank', 'revision-mat', 'self-check']],
  ['tests/packs/the-crimean-war', ['essay-plan', 'quotation-bank', 'revision-mat', 'self-check']],
])('sheets to learn and plan with, of %s', (folder, expected) => {
  it.each([{}, { paper: 'letter' }, { style: 'ink-saver' }])('are on one page: %o', (options) => {
    const { report, documents } = layOutFolder(folder, { products: PRODUCTS, ...options });
    expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(documents.map(({ draft }) => draft.product)).toEqual(expected);
    for (const { pages } of documents) expect(pages.pages).toHaveLength(1);
  });

  it.each(['dyslexia', 'large-print-18', 'large-print-24'])('come without a finding in %s', (style) => {
    const { report } = layOutFolder(folder, { products: PRODUCTS, style });
    expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
