import { describe, expect, it } from 'vitest';
import type { BuildOptions } from '../../src/build/jobs/build-options.ts';
import { ifOther, variantName } from '../../src/build/jobs/variant-name.ts';
import { forPrinting } from '../../src/pdf/inks/for-printing.ts';
import { layOutFolder } from '../support.ts';

const layOut = (more: Partial<BuildOptions>) => layOutFolder('tests/packs/optics', more).documents;
const namesWith = (more: Partial<BuildOptions>) => layOut(more).map(({ draft }) => draft.name);

describe('the name of a file', () => {
  it('says what an option changed, always in the same order', () => {
    expect(variantName('a/b', {})).toBe('a/b');
    expect(variantName('a/b', { grey: false, press: false, style: undefined })).toBe('a/b');
    const all = { press: true, grey: true, impose: '2-up', paper: 'a5', style: 'dyslexia' };
    expect(variantName('a/b', all)).toBe('a/b.dyslexia.a5.2-up.grey.press');
    expect(variantName('a/b', { style: 'ours/clear' })).toBe('a/b.ours-clear');
    expect([ifOther('a4', 'a4'), ifOther('a5', 'a4'), ifOther(undefined, 'a4')]).toEqual([
      undefined,
      'a5',
      undefined,
    ]);
  });

  it('is the usual one where an option asks for what is usual', () => {
    expect(namesWith({ style: 'standard', paper: 'a4' })).toEqual(namesWith({}));
  });

  it('is longer only for files that an option changed', () => {
    const products = ['handout', 'exam-paper', 'vocabulary-cards'];
    const grey = namesWith({ products, grey: true });
    // Papers have no colour, so nothing was taken from them.
    expect(grey).toContain('optics/exam-paper/quiz-a');
    expect(grey).toContain('optics/handout/straight-lines.grey');
    // Cards stay cards unless they are asked for by name.
    const all = namesWith({ impose: 'booklet' });
    expect(all).toContain('optics/vocabulary-cards');
    expect(all).toContain('optics/handout/reflection.booklet');
  });

  it('is the same for no two files that differ', async () => {
    const asked: Partial<BuildOptions>[] = [
      {},
      { style: 'large-print-18' },
      { paper: 'a5' },
      { impose: '2-up' },
      { impose: 'booklet' },
      { grey: true },
      { grey: true, paper: 'a5' },
      { style: 'dyslexia', paper: 'letter', impose: '4-up', grey: true },
    ];
    const printed = new Map<string, string>();
    for (const more of asked)
      for (const { draft, pages } of layOut(more)) {
        const inInks = JSON.stringify(
          await forPrinting(more)(pages, layOutFolder('tests/packs/optics').report),
        );
        expect(printed.get(draft.name) ?? inInks, draft.name).toBe(inInks);
        printed.set(draft.name, inInks);
      }
    expect(printed.size).toBeGreaterThan(asked.length * 4);
  });

  it('is what the print list says, which is beside the usual list', () => {
    const documents = layOut({ style: 'dyslexia', impose: '2-up' });
    const { draft, printList } = documents.at(-1)!;
    expect(draft.name).toBe('optics/print-list.dyslexia.2-up');
    const listed = printList!.products.flatMap(({ files }) => files.map(({ file }) => `optics/${file}`));
    expect(listed).toEqual(documents.slice(0, -1).map((one) => `${one.draft.name}.pdf`));
  });
});
