import { describe, expect, it } from 'vitest';
import { readTemplateSet } from '../../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { colourOf } from '../../../src/layout/style/colour-of.ts';
import { inBlack } from '../../../src/layout/style/in-black.ts';
import { readStyles } from '../../../src/layout/style/read-styles.ts';
import { contrastRatio } from '../../../src/pages/contrast.ts';
import { isInBlack } from '../../../src/templates/plan-jobs.ts';
import { readProducts } from '../../../src/templates/read-products.ts';
import { layOutFolder } from '../../support.ts';
import { english } from '../../words-in.ts';

describe('files that are printed in black', () => {
  it('are the marking sheet and the list of a set, too', () => {
    const products = readProducts([readTemplateSet(createReport())], [], english, createReport());
    const product = (name: string) => products.find((one) => one.name === name)!;
    for (const name of ['marking-sheet', 'distribution-list', 'coverage', 'provenance'])
      expect(isInBlack({ product: product(name), name, alternatives: 1 })).toBe(true);
  });
});

describe('a product that says so itself', () => {
  const [handout] = layOutFolder('tests/packs/optics', { products: ['handout'] }).documents;
  const { job } = handout!.draft;
  const saying = (colour: boolean, more = {}) => ({
    ...job,
    product: { ...job.product, settings: { ...job.product.settings, colour, ...more } },
  });

  it('has the colours that it asks for, whoever it is for', () => {
    expect(isInBlack(job)).toBe(false);
    expect(isInBlack(saying(false))).toBe(true);
    expect(isInBlack(saying(true, { copies: 'teacher' }))).toBe(false);
  });
});

describe('the greys of a style', () => {
  it('are as light as its colours', () => {
    const styles = readStyles(readTemplateSet(createReport()).styles, createReport());
    for (const style of styles.values()) {
      const grey = inBlack(style);
      for (const token of ['accent', 'tint', 'edge', 'rule'] as const) {
        expect(typeof colourOf(grey[token])).toBe('number');
        expect(contrastRatio(colourOf(grey[token]), 1)).toBeCloseTo(
          contrastRatio(colourOf(style[token]), 1),
          1,
        );
      }
    }
  });
});
