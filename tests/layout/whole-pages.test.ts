import { describe, expect, it } from 'vitest';
import { lookAtPages } from '../../bench/measure-pages.ts';
import type { Laid } from '../../src/pages/laid.ts';
import type { TextMark } from '../../src/pages/page.ts';
import { layOutText } from '../print-text.ts';

/** Paragraphs of one line, each of 14 points and 5 between them: 39 fill a page of 745 points. */
const lines = (count: number) => Array.from({ length: count }, (_, index) => `Line ${index}`).join('\n\n');
const lay = (text: string, wholePages = true) =>
  layOutText(text, undefined, undefined, { 'whole-pages': wholePages }).laid;
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

  it('never break what stays together', () => {
    const text = `${lines(10)}\n\n~~~task\nlabels: ['1']\nstem: Why?\nspace: { lines: 22 }\n~~~\n\n${lines(16)}`;
    const questionOn = (laid: Laid) =>
      laid.pages.flatMap(({ marks }, page) => marks.flatMap((mark) => (mark.kind === 'shape' ? [page] : [])));
    expect(new Set(questionOn(lay(text))).size).toBe(1);
  });
});
