import { describe, expect, it } from 'vitest';
import type { Mark } from '../../src/pages/page.ts';
import { layOutFolder, layOutPack } from '../support.ts';

const saidBy = (marks: readonly Mark[]): string =>
  marks
    .map((mark) => (mark.kind === 'text' ? mark.text : mark.kind === 'group' ? saidBy(mark.marks) : '\n'))
    .join(' ');

/** Everything that the files of a product say, with single spaces. */
const said = (documents: ReturnType<typeof layOutPack>['documents'], product: string) =>
  documents
    .filter(({ draft }) => draft.job.product.name === product)
    .flatMap(({ pages }) => pages.pages.map(({ marks }) => saidBy(marks)))
    .join('\n')
    .replaceAll(/\s+/g, ' ');

describe('context', () => {
  const { documents, report } = layOutFolder('tests/packs/the-open-harbour', {
    products: ['context', 'reading-guide'],
  });

  it('is printed without a finding', () => expect(report.diagnostics).toEqual([]));

  it.each(['context', 'reading-guide'])('is all on the product %s', (product) => {
    const words = said(documents, product);
    expect(words).toContain('A harbour could close itself against a ship');
    expect(words).toMatch(/In 1377 Ragusa.*Where it matters: In the hall/);
    expect(words).toMatch(/Write it like this The playwright lets the word fever do what/);
    expect(words).toMatch(/Scenes: 1\.2, 2\.1\. Harbour law/);
    expect(words).toContain('Harbour law of Ragusa, 1377');
    expect(words).toContain('An oath on the stage is heard');
  });

  it('is left out by a pack that has none, and missed by one that asks for it', () => {
    const made = (products?: string[]) =>
      layOutPack({ 'themes.md': '## Light\nclaim: It shines.\n\nText.\n' }, products && { products });
    expect(made().documents.map(({ draft }) => draft.job.product.name)).not.toContain('context');
    expect(made(['context']).documents).toEqual([]);
  });

  it('names a chapter that there is not', () => {
    const files = {
      'context.md': '## Plague\nclaim: People feared crowds.\nchapters: [9]\n\nIt came back.\n',
    };
    expect(layOutPack(files).report.diagnostics.map(({ code }) => code)).toContain('reference-unknown');
  });
});
