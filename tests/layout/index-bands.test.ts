import { describe, expect, it } from 'vitest';
import { layOutText } from '../print-text.ts';
import { layOutPack } from '../support.ts';

const terms = Array.from({ length: 90 }, (_, index) => `Term ${String(index + 10)} of many words`);
const index = `~~~index\nterms:\n${terms.map((name) => `  - name: ${name}\n`).join('')}~~~\n`;
const text = (before: number) =>
  `# A\n\n${terms.join(', ')}.\n\n~~~new-page\n~~~\n\n${'Some words.\n\n'.repeat(before)}${index}`;

/** The numbers of the terms in the index, for each page. */
function termsByPage(before: number): string[][] {
  const { laid } = layOutText(text(before));
  return laid.pages.map(({ marks }) =>
    marks.flatMap((mark) =>
      mark.kind === 'text' && /^Term \d+ of/.test(mark.text) && !mark.text.includes(',')
        ? [mark.text.slice(5, 7)]
        : [],
    ),
  );
}

describe('an index in columns', () => {
  it.each([0, 5, 10, 15, 20])(
    'never goes on over the page within a column, after %d paragraphs',
    (before) => {
      const pages = termsByPage(before).filter((page) => page.length > 0);
      const all = pages.flat();
      expect(all.length).toBeGreaterThanOrEqual(terms.length);
      // All terms of a page come before all of the next.
      for (const [index, page] of pages.entries()) {
        const next = pages[index + 1];
        if (next) expect(Math.max(...page.map(Number))).toBeLessThan(Math.min(...next.map(Number)));
      }
    },
  );

  it.each(['large-print-18', 'large-print-24', 'dyslexia'])('has room for long words in %s', (style) => {
    const words = ['Sehenswürdigkeit', 'Straßenbahnhaltestelle', 'counterrevolutionary', 'onomatopoeia'];
    const { report } = layOutPack(
      { 'vocabulary.md': words.map((word) => `## ${word}\nlang: de\n\nA long word.\n`).join('\n') },
      { style, products: ['reading-guide'] },
    );
    expect(report.diagnostics).toEqual([]);
  });
});
