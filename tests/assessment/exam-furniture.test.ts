import { describe, expect, it } from 'vitest';
import type { PackFile } from '../../src/content/read-pack-file.ts';
import { mm } from '../../src/pages/length.ts';
import type { Mark, TextMark } from '../../src/pages/page.ts';
import { layOutSource } from '../support.ts';

const PACK = '---\ntitle: Light\nlang: en-GB\ndate: 2026-01-01\n---\n\nText.\n';
const ITEMS = `## Which of these makes its own light?
id: tick
kind: multiple-choice

- [x] A lamp, which is hot enough to glow for as long as anybody cares to leave it on in the evening
- [ ] A mirror

It glows.

## Match each to what it does.
id: match
kind: matching

- says that he has seen a possible for Ruth in an office = Rodney
- leads a guard that nobody else may know of = Ruth

Pairs.

## Complete the table.
id: gaps
kind: table

| Who | What |
|-----|------|
| [[Newton]] | split white light with a prism |
| Young | let it pass through two [[slits]] |

## Essay one?
id: one
kind: extended
marks: 10

Points.

## Essay two?
id: two
kind: extended
marks: 10

Points.
`;

function paperOf(style: string) {
  const file = (name: string, text: string): PackFile => ({ path: name, name, text });
  const { report, documents } = layOutSource(
    [
      file('pack.md', PACK),
      file('items.md', ITEMS),
      file(
        'papers/quiz.md',
        '---\ntitle: Quiz\ncode: QU/1\nduration: 10\nseed: 1\nmaterials: A pen.\nsections:\n  - title: All\n    items: [tick, match, gaps]\n    shuffle: no\n  - title: Essay\n    items: [one, two]\n    answer: 1\n---\n\nAnswer.\n',
      ),
    ],
    { style, products: ['exam-paper', 'mark-scheme'] },
  );
  expect(report.diagnostics).toEqual([]);
  const { pages } = documents.find(({ draft }) => draft.job.product.name === 'exam-paper')!.pages;
  return pages.map(({ marks }) => textsIn(marks));
}

const textsIn = (marks: readonly Mark[]): TextMark[] =>
  marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : mark.kind === 'group' ? textsIn(mark.marks) : []));

/** The side of the sign ☐, as a share of its size. */
const BOX_SIDE = 0.7;

describe.each(['standard', 'large-print-18', 'ink-saver'])('an exam paper in %s', (style) => {
  const pages = paperOf(style);
  const texts = pages.flat();
  const saying = (words: string) => texts.find(({ text }) => text.includes(words))!;

  it('has boxes of 5 mm or more between the letter and the text of an option', () => {
    const page = pages.find((some) => some.some(({ text }) => text.includes('A mirror')))!;
    const mirror = page.find(({ text }) => text.includes('A mirror'))!;
    const boxes = page.filter(({ text }) => text.includes('☐'));
    expect(boxes).toHaveLength(2);
    for (const box of boxes) {
      expect(box.size * BOX_SIDE).toBeGreaterThanOrEqual(mm(5));
      // Beside the text, and so near that the eye does not lose the line.
      expect(mirror.x - box.x - box.size * BOX_SIDE).toBeGreaterThan(0);
      expect(mirror.x - box.x).toBeLessThan(2 * box.size);
    }
  });

  it('prints the marks of a choice once', () =>
    expect(texts.filter(({ text }) => text.includes('10\u00A0marks]'))).toHaveLength(1));

  it('has words and gaps of a row on one line', () => {
    expect(saying('(1)').y).toBeCloseTo(saying('split white').y, 1);
    expect(saying('let it').y).toBeCloseTo(saying('Young').y, 1);
  });

  it('puts the texts to match beside the number and its blank, level with it', () => {
    const item = saying('says that he');
    const label = texts.find(({ text, y }) => text.trim() === '1' && Math.abs(y - item.y) < 0.5)!;
    expect(item.x - label.x).toBeGreaterThan(24);
  });

  it('says its code on each page after the cover', () => {
    for (const page of pages.slice(1))
      if (page.some(({ text }) => text.includes('Page')))
        expect(page.map(({ text }) => text).join(' ')).toContain('QU/1');
  });

  it('has boxes for the numbers of centre and candidate, and what they need, on its cover', () => {
    const cover = pages.slice(0, 2).flat();
    expect(cover.some(({ text }) => text.includes('☐'.repeat(5)))).toBe(true);
    for (const words of ['Centre', 'A pen', 'Materials'])
      expect(cover.some(({ text }) => text.includes(words))).toBe(true);
  });
});
