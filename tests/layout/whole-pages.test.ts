import { describe, expect, it } from 'vitest';
import { lookAtPages } from '../../bench/measure-pages.ts';
import type { Laid } from '../../src/pages/laid.ts';
import type { TextMark } from '../../src/pages/page.ts';
import { layOutText } from '../print-text.ts';

const textOf = ({ pages }: Laid) =>
  pages.flatMap(({ marks }) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))).join(' ');

/** Paragraphs of one line, each of 14 points and 5 between them: 39 fill a page of 745 points. */
const lines = (count: number) => Array.from({ length: count }, (_, index) => `Line ${index}`).join('\n\n');
const lay = (text: string, wholePages = true) =>
  layOutText(text, undefined, undefined, { 'whole-pages': wholePages ? 'yes' : 'no' }).laid;
const filled = (laid: Laid) =>
  lookAtPages(laid, { top: 45.4, bottom: 841.89 - 51 }).map((page) => page.filled);
const sizes = ({ pages }: Laid) =>
  new Set(
    pages.flatMap(({ marks }) =>
      marks.flatMap((mark) => (mark.kind === 'text' ? [(mark as TextMark).size] : [])),
    ),
  );

describe('whole pages', () => {
  it('are as they were if the last is at least half full, or if nobody asks for them', () => {
    expect(lay(lines(60))).toEqual(lay(lines(60), false));
    expect(lay(lines(42), false).pages).toHaveLength(2);
  });

  it('save a last page of a few lines by smaller gaps alone, if that is enough', () => {
    const laid = lay(lines(42));
    expect(laid.pages).toHaveLength(1);
    expect([...sizes(laid)]).toEqual([10.5]);
  });

  it('save it by type up to half a point smaller, where gaps are not enough', () => {
    const counts = Array.from({ length: 12 }, (_, index) => lay(lines(42 + index)));
    const smaller = counts.filter((laid) => Math.min(...sizes(laid)) < 10.5);
    expect(smaller.length).toBeGreaterThan(0);
    for (const laid of smaller) {
      expect(laid.pages).toHaveLength(1);
      expect(Math.min(...sizes(laid))).toBeGreaterThanOrEqual(10);
    }
  });

  it('are about equally full where the last can’t be saved', () => {
    for (const count of [55, 56]) {
      const before = filled(lay(lines(count), false));
      expect(before[1]).toBeLessThan(0.5);
      const after = filled(lay(lines(count)));
      expect(after).toHaveLength(2);
      expect(Math.min(...after)).toBeGreaterThanOrEqual(0.45);
    }
  });

  /** A question with lines to write on after and before other text, and the page of each of its lines. */
  const question = (before: number, space: string, after: number) =>
    `${lines(before)}\n\n~~~task\nlabels: ['1']\nstem: Why?\ncontinued: Question 1 continued\nspace: ${space}\n~~~\n\n${lines(after)}`;
  const rowsOn = (laid: Laid) =>
    laid.pages.map(({ marks }) => marks.filter((mark) => mark.kind === 'shape').length);

  it('end inside the lines for an answer where that saves one, with three lines on either side', () => {
    const text = question(30, '{ lines: 12 }', 30);
    expect(rowsOn(lay(text, false))).toEqual([0, 12, 0]);
    const [before, after, ...rest] = rowsOn(lay(text));
    expect(rest).toEqual([]);
    expect(before! + after!).toBe(12);
    expect(Math.min(before!, after!)).toBeGreaterThanOrEqual(3);
    expect(textOf(lay(text))).toContain('Question 1 continued');
  });

  it('keep an answer together where that saves none, or where only their ends may change', () => {
    const text = question(10, '{ lines: 22 }', 30);
    expect(rowsOn(lay(text)).filter((count) => count > 0)).toEqual([22]);
    const { laid } = layOutText(question(30, '{ lines: 12 }', 30), undefined, undefined, {
      'whole-pages': 'ends',
    });
    expect(rowsOn(laid).filter((count) => count > 0)).toEqual([12]);
  });

  it('never end inside a question without lines', () => {
    const options = Array.from({ length: 12 }, (_, index) => `  - Choice ${index}`).join('\n');
    const text = `${lines(30)}\n\n~~~task\nlabels: ['1']\ntext: |\n${options}\n~~~\n\n${lines(16)}`;
    const { pages } = lay(text);
    expect(textOf(lay(text))).toContain('Choice');
    const holding = pages.filter(({ marks }) =>
      marks.some((mark) => mark.kind === 'text' && mark.text.includes('Choice')),
    );
    expect(holding).toHaveLength(1);
  });
});
