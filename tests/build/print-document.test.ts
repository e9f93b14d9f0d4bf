import { describe, expect, it } from 'vitest';
import { printDocument } from '../../src/build/print-document.ts';
import { readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import type { Mark } from '../../src/pages/page.ts';
import { fonts } from '../support.ts';

const paragraphs = Array.from(
  { length: 40 },
  (_, index) => `Paragraph ${index + 1}. ${'Some words. '.repeat(30)}`,
);
const file = { path: 'notes.md', text: `# Notes\n\n${paragraphs.join('\n\n')}\n`, readPictures: () => [] };

/** Prints the file. @returns where the number of each page begins in its cell, and what was reported */
async function print(impose?: string) {
  const report = createReport();
  const found = new Map<string, number>();
  const visit = (mark: Mark) => {
    if (mark.kind === 'group') for (const inner of mark.marks) visit(inner);
    const label = mark.kind === 'text' ? /^Page\u00A0(\d+) of/.exec(mark.text)?.[1] : undefined;
    if (mark.kind === 'text' && label !== undefined) found.set(label, mark.x);
  };
  const printed = await printDocument(
    file,
    readTemplateSet(report),
    { fonts, ...(impose !== undefined && { impose }) },
    report,
    (laid) => {
      for (const { marks } of laid.pages) for (const mark of marks) visit(mark);
      return laid;
    },
  );
  return { printed, numbers: found, codes: report.diagnostics.map(({ code }) => code) };
}

describe('a Markdown file that is printed', () => {
  it.each([undefined, 'booklet'])(
    'has its feet mirrored where both sides are printed (%s)',
    async (impose) => {
      const { numbers, codes } = await print(impose);
      expect(codes).toEqual([]);
      expect(numbers.get('1')! - numbers.get('2')!).toBeGreaterThan(100);
    },
  );

  it.each(['2-up', 'cut-stack'])(
    'has the same feet on all pages of one-sided sheets (%s)',
    async (impose) => {
      const { numbers, codes } = await print(impose);
      expect(codes).toEqual([]);
      expect(Math.abs(numbers.get('1')! - numbers.get('2')!)).toBeLessThan(5);
    },
  );
});
