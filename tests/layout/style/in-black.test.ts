import { describe, expect, it } from 'vitest';
import { figuresIn } from '../../../src/blocks/figures-in.ts';
import { readTemplateSet } from '../../../src/cli/files/read-sources.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { colourOf } from '../../../src/layout/style/colour-of.ts';
import { inBlack } from '../../../src/layout/style/in-black.ts';
import { readStyles } from '../../../src/layout/style/read-styles.ts';
import { contrastRatio } from '../../../src/pages/contrast.ts';
import type { Colour, Mark } from '../../../src/pages/page.ts';
import { isForTeachers, isInBlack } from '../../../src/templates/plan-jobs.ts';
import { readProducts } from '../../../src/templates/product.ts';
import { layOutFolder } from '../../support.ts';

const colours = (marks: readonly Mark[]): Colour[] =>
  marks.flatMap((mark) => {
    if (mark.kind === 'group') return colours(mark.marks);
    if (mark.kind === 'text') return [mark.colour];
    if (mark.kind !== 'shape') return [];
    return [mark.fill, mark.stroke?.colour].filter((colour) => colour !== undefined);
  });
/** Greys are numbers: one ink on paper. */
const hues = (marks: readonly Mark[]) => colours(marks).filter((colour) => typeof colour !== 'number');

const STYLES = ['standard', 'dyslexia', 'large-print-18'];
const built = ['content/never-let-me-go', 'content/the-water-cycle', 'tests/packs/optics'].flatMap((folder) =>
  STYLES.flatMap((style) => layOutFolder(folder, { style }).documents),
);

describe('files that are printed in black', () => {
  const files = built.filter(({ draft }) => isInBlack(draft.job));

  it('have no colour of their own on any page, in any style', () => {
    const plain = files.filter(({ draft }) => figuresIn(draft.blocks).length === 0);
    expect(plain.length).toBeGreaterThan(100);
    for (const { draft, pages } of plain)
      expect([draft.job.name, pages.pages.flatMap(({ marks }) => hues(marks))]).toEqual([draft.job.name, []]);
  });

  it('are all papers, schemes, keys, worksheets, and what is for teachers', () => {
    const names = (wanted: typeof built) => [...new Set(wanted.map(({ draft }) => draft.job.product.name))];
    expect(names(files)).toEqual(
      expect.arrayContaining(['exam-paper', 'mark-scheme', 'marking-sheet', 'worksheet', 'print-list']),
    );
    expect(built.filter(({ draft }) => isForTeachers(draft.job) && !isInBlack(draft.job))).toEqual([]);
    expect(built.filter(({ draft }) => draft.job.output === 'key' && !isInBlack(draft.job))).toEqual([]);
  });

  it('keep the colours of pictures that an author put in', () => {
    const sheet = files.find(({ draft }) => draft.job.name.endsWith('worksheet/round-and-round-core'))!;
    expect(sheet.pages.pages.flatMap(({ marks }) => hues(marks)).length).toBeGreaterThan(0);
  });

  it('are the marking sheet and the list of a set, too', () => {
    const products = readProducts([readTemplateSet(createReport())], [], createReport());
    const product = (name: string) => products.find((one) => one.name === name)!;
    for (const name of ['marking-sheet', 'distribution-list', 'coverage', 'provenance'])
      expect(isInBlack({ product: product(name), name })).toBe(true);
  });
});

describe('files that are read on', () => {
  it('keep the colours of their style', () => {
    const coloured = built.filter(({ pages }) => pages.pages.some(({ marks }) => hues(marks).length > 0));
    const names = new Set(coloured.map(({ draft }) => draft.job.product.name));
    expect([...names]).toEqual(expect.arrayContaining(['handout', 'reading-guide']));
  });
});

describe('a product that says so itself', () => {
  const [handout] = built.filter(({ draft }) => draft.job.product.name === 'handout');
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
