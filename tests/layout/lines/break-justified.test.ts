import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from '../../../src/layout/lines/break-lines.ts';
import type { Line, LineItem } from '../../../src/layout/lines/items.ts';

/**
 * Letters half an em wide at 10 points: 5 each. Spaces are 5, and may grow by half or shrink by a third. `~` is a
 * space that holds, `-` a place where a word may be parted (with a hyphen of 5), `|` a break that must be.
 */
function items(text: string): LineItem[] {
  return text.split(/([ ~|-])/).flatMap((part): LineItem[] => {
    if (part === '') return [];
    if (part === ' ' || part === '~')
      return [{ kind: 'glue', width: 5, stretch: 2.5, shrink: 5 / 3, kept: part === '~' }];
    if (part === '|') return [{ kind: 'penalty', cost: -Infinity }];
    if (part === '-') return [{ kind: 'penalty', cost: 50, hyphen: { width: 5, hang: 0 } }];
    return [{ kind: 'box', width: part.length * 5 }];
  });
}

const justify = (text: string, measure: number) => breakLines(items(text), measure, 'justified');
const widths = (lines: readonly Line[]) => lines.map((line) => line.width);

describe('justified lines', () => {
  it('are broken where spaces grow or shrink least', () => {
    // At 75: “aaaa bbbb cccc” is 12 × 5 + 2 × 5 = 70: each space grows by 2.5. Two words would leave 30 to one space.
    expect(widths(justify('aaaa bbbb cccc dddd eeee ffff', 75))).toEqual([70, 70]);
    // At 68 the two spaces shrink by 1 each, which is less than a third of 5.
    expect(widths(justify('aaaa bbbb cccc dddd eeee ffff', 68))).toEqual([70, 70]);
  });

  it('look at the whole paragraph: an earlier line gives way to a later one', () => {
    // First fit puts “aaa bb cc” (45) on a line of 50, and leaves “dddddd” and “eeeeeeeee” far apart.
    const lines = justify('aaaa bbb ccc dd eeeee fff gggg hhh', 65);
    expect(lines.every(({ width, ended }) => ended || Math.abs(65 - width) <= 10)).toBe(true);
  });

  it('part a word where that helps, and say so', () => {
    // At 50: “aaaa bbb” leaves 10 to one space of 5; with “ccc-” the line is 7 + 3 letters, 2 spaces, a hyphen: 65.
    const lines = justify('aaaa bb ccc-cccc dddd eee', 60);
    expect(lines.map(({ hyphen }) => hyphen)).toContain(true);
    expect(lines[0]).toMatchObject({ width: 60, hyphen: true });
  });

  it('never end in hyphens three times in a row if that can be helped', () => {
    const words = Array.from(
      { length: 90 },
      (_, index) => ['aaa-aaaa', 'bbbb-bb-bbb', 'cc'][(index * 7) % 3]!,
    );
    const lines = justify(words.join(' '), 203);
    const runs = lines.map(({ hyphen }) => (hyphen ? '-' : ' ')).join('');
    expect(runs).not.toContain('---');
  });

  it('end where they must', () => {
    expect(justify('aa bb|cc', 100)).toMatchObject([
      { width: 25, ended: true },
      { width: 10, ended: true },
    ]);
  });

  it('are not broken at a space that holds', () => {
    const lines = justify('aaaa bbbb~cccc dddd', 45);
    expect(lines.map(({ from, to }) => [from, to])).toContainEqual([2, 5]);
  });

  it('give a word that is too wide a line of its own', () => {
    expect(widths(justify('aa bbbbbbbbbbbb cc', 30))).toEqual([10, 60, 10]);
  });

  const texts = fc
    .array(fc.stringMatching(/^[a-z]{1,4}(-[a-z]{2,4}){0,3}$/), { minLength: 1, maxLength: 60 })
    .map((words) => words.join(' '));

  it('hold every box once, in order, and none is wider than it may shrink', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 40, max: 250 }), (text, measure) => {
        const all = items(text);
        const lines = breakLines(all, measure, 'justified');
        const boxes = lines.flatMap(({ from, to }) =>
          all.slice(from, to).filter(({ kind }) => kind === 'box'),
        );
        expect(boxes).toEqual(all.filter(({ kind }) => kind === 'box'));
        for (const { from, to, width } of lines) {
          const spaces = all.slice(from, to).filter(({ kind }) => kind === 'glue').length;
          if (to - from > 1) expect(width - spaces * (5 / 3)).toBeLessThanOrEqual(measure + 0.01);
        }
      }),
    );
  });
});
