import { describe, expect, it } from 'vitest';
import type { Mark, TextMark } from '../../src/pages/page.ts';
import { layOutText } from '../print-text.ts';

/** Where the words of a text begin, from the left, in points. */
function leftOf(text: string, ...words: readonly string[]): number[] {
  const { laid } = layOutText(text);
  const texts = (marks: readonly Mark[]): TextMark[] =>
    marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : mark.kind === 'group' ? texts(mark.marks) : []));
  const all = laid.pages.flatMap(({ marks }) => texts(marks));
  return words.map((word) => all.find((mark) => mark.text.includes(word))!.x);
}

const table = (...cells: readonly string[]) =>
  `<table><tr><td>first column here</td><td>a long line in the second column</td></tr>${cells
    .map((cell) => `<tr><td>x</td>${cell}</tr>`)
    .join('')}</table>`;

describe('cells of HTML tables', () => {
  it('are aligned one by one', () => {
    const [left, centre, right, styled, long] = leftOf(
      table(
        '<td>one</td>',
        '<td align="center">two</td>',
        '<td align="right">six</td>',
        '<td style="text-align: right"><p>ten</p><p>on Earth</p></td>',
      ),
      'one',
      'two',
      'six',
      'ten',
      'a long line',
    );
    expect(left).toBeCloseTo(long!, 1);
    expect(centre! - left!).toBeGreaterThan(20);
    expect(right! - left!).toBeGreaterThan(1.8 * (centre! - left!));
    expect(styled! - right!).toBeLessThan(2);
    expect(styled! - left!).toBeGreaterThan(1.8 * (centre! - left!));
  });

  it('may be on the left in a head on the right', () => {
    const html =
      '<table><tr><th>A</th><th align="right">B</th></tr><tr><td>x</td><td>a long line</td></tr></table>';
    const [head, cell] = leftOf(html, 'B', 'a long line');
    expect(head! - cell!).toBeGreaterThan(20);
  });

  it('keep the items of a list beside their labels', () => {
    const [label, item] = leftOf(
      '| a | a long line in this column |\n|--|:-:|\n| b | <ul><li>x</li></ul> |',
      '•',
      'x',
    );
    expect(item! - label!).toBeLessThan(20);
    const [number, words] = leftOf(
      '| a | a long line in this column |\n|--|--:|\n| b | <ol><li>x</li></ol> |',
      '1.',
      'x',
    );
    expect(words! - number!).toBeLessThan(20);
  });
});
