import { describe, expect, it } from 'vitest';
import { layOutFolder } from '../support.ts';

const COVERS = [
  ['standard', 'a4', 1],
  ['dyslexia', 'letter', 2],
  ['large-print-18', 'a4', 2],
  ['large-print-24', 'letter', 2],
] as const;

describe.each(COVERS)('the cover of a paper in %s on %s', (style, paper, most) => {
  const { documents, report } = layOutFolder('content/never-let-me-go', {
    style,
    paper,
    products: ['exam-paper'],
  });

  it(`fills ${most} or fewer pages, with the candidate's boxes on the first`, () => {
    expect(report.diagnostics).toEqual([]);
    for (const { pages } of documents) {
      const said = pages.pages.map(({ marks }) =>
        marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])).join(' '),
      );
      const pageOf = (words: string) => said.findIndex((text) => text.includes(words));
      for (const words of ['Time allowed', 'Name', 'Class', 'Date']) expect(pageOf(words)).toBe(0);
      // Instructions stand together, with what ends the cover.
      expect(pageOf('Do not begin')).toBe(pageOf('Instructions'));
      expect(pageOf('Information')).toBe(pageOf('Instructions'));
      const begins = pages.outline.find(({ title }) => title.startsWith('Section A'))!.page;
      expect(begins).toBeLessThanOrEqual(most);
      expect(pageOf('Instructions')).toBe(begins - 1);
    }
  });
});
