import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from '../../../src/layout/lines/break-lines.ts';
import type { Line, LineItem } from '../../../src/layout/lines/items.ts';

/** Letters half an em wide at 10 points: 5 each; spaces too. `|` is a break that must be, `-` one that may be. */
function items(text: string): LineItem[] {
  return text.split(/( |\||(?<=-))/).flatMap((part): LineItem[] => {
    if (part === '') return [];
    if (part === ' ') return [{ kind: 'glue', width: 5 }];
    if (part === '|') return [{ kind: 'penalty', cost: -Infinity }];
    const box: LineItem = { kind: 'box', width: part.length * 5 };
    return part.endsWith('-') ? [box, { kind: 'penalty', cost: 0 }] : [box];
  });
}

const widths = (lines: readonly Line[]) => lines.map((line) => line.width);

describe('breakLines', () => {
  it('keeps what fits on one line', () => {
    // 4 + 1 + 4 letters = 45
    expect(widths(breakLines(items('aaaa bbbb'), 45))).toEqual([45]);
  });

  it('leaves spaces out at the ends of lines', () => {
    expect(widths(breakLines(items('aaaa bbbb'), 44))).toEqual([20, 20]);
  });

  it('prefers even lines to full ones, but not more of them', () => {
    // At 50, filling each line would give 50, 30 (rest 20² = 400) and 20; this gives rests of 15² + 5² = 250.
    expect(widths(breakLines(items('aaa bbb cc dddddd eeee'), 50))).toEqual([35, 45, 20]);
  });

  it('brings a word down to a lonely last line', () => {
    // At 100: “aaaa aaaa aaaa aaaa aaa” is 5 × 23 = 115. First fit leaves “aaa” (15) alone, under a fifth of 100.
    expect(widths(breakLines(items('aaaa aaaa aaaa aaaa aaa'), 100))).toEqual([70, 40]);
  });

  it('balances display text over the same number of lines', () => {
    // 12 + spaces: 4 words of 4 letters at 75 take two lines; balanced, two words on each.
    expect(widths(breakLines(items('aaaa aaaa aaaa aaaa'), 75, 'balanced'))).toEqual([45, 45]);
  });

  it('breaks where it must, and where a hyphen lets it', () => {
    expect(widths(breakLines(items('aa|bb'), 100))).toEqual([10, 10]);
    expect(widths(breakLines(items('aaaa-bbbb'), 30))).toEqual([25, 20]);
  });

  it('gives a word that is too wide a line of its own', () => {
    expect(widths(breakLines(items('aa bbbbbbbbbb cc'), 30))).toEqual([10, 50, 10]);
  });

  const texts = fc
    .array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 40 })
    .map((lengths) => lengths.map((length) => 'x'.repeat(length)).join(' '));

  it('puts every word on one line, in order, none too wide', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 30, max: 200 }), fc.boolean(), (text, measure, balanced) => {
        const all = items(text);
        const lines = breakLines(all, measure, balanced ? 'balanced' : 'ragged');
        const boxes = lines.flatMap((line) =>
          all.slice(line.from, line.to).filter((item) => item.kind === 'box'),
        );
        expect(boxes).toEqual(all.filter((item) => item.kind === 'box'));
        for (const line of lines)
          if (line.to - line.from > 1) expect(line.width).toBeLessThanOrEqual(measure);
      }),
    );
  });

  it('needs no more lines than filling each in turn', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 60, max: 200 }), (text, measure) => {
        let count = 1;
        let used = -5;
        for (const word of text.split(' ')) {
          if (used + 5 + word.length * 5 > measure && used >= 0) {
            count++;
            used = -5;
          }
          used += 5 + word.length * 5;
        }
        expect(breakLines(items(text), measure)).toHaveLength(count);
      }),
    );
  });
});
