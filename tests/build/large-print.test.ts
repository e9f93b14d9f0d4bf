import { describe, expect, it } from 'vitest';
import type { PackFile } from '../../src/content/read-pack-file.ts';
import { layOutSource } from '../support.ts';

const file = (name: string, text: string): PackFile => ({ path: name, name, text });
const PACK = file('pack.md', '---\ntitle: Light\nlang: en-GB\ndate: 2026-01-01\n---\n\nText.\n');

/** The pages of a worksheet whose second question has more room for its answer than the first leaves on its page. */
function pagesOf(style: string) {
  const item = (id: string, lines: number) =>
    `## Why is the sky ${id}?\nid: ${id}\nkind: short\ntags: [sky]\nspace: ${lines} lines\n\nBecause of the air.\n`;
  const { documents, report } = layOutSource(
    [
      PACK,
      file('items.md', `${item('blue', 3)}\n${item('red', 14)}`),
      file('worksheets/sky.md', '---\ntitle: The sky\ntags: [sky]\n---\n\nAnswer.\n'),
    ],
    { style, products: ['worksheet'] },
  );
  expect(report.diagnostics).toEqual([]);
  const { pages } = documents.find(({ draft }) => !draft.name.includes('key'))!.pages;
  return pages.map(({ marks }) => JSON.stringify(marks));
}

describe('in large print', () => {
  it('a question begins on the page that it does not fit on', () => {
    const pages = pagesOf('large-print-24');
    expect(pages.findIndex((marks) => marks.includes('red'))).toBe(0);
    expect(pages.findIndex((marks) => marks.includes('Question 2 continued'))).toBe(1);
  });

  it('a question that fits on a page in small print stays on one', () => {
    expect(pagesOf('standard').some((marks) => marks.includes('continued'))).toBe(false);
  });
});
