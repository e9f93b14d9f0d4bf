import { describe, expect, it } from 'vitest';
import type { Mark, TextMark } from '../../src/pages/page.ts';
import { layOutText } from '../print-text.ts';
import { fonts, layOutPack } from '../support.ts';

const texts = (marks: readonly Mark[]): TextMark[] =>
  marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : mark.kind === 'group' ? texts(mark.marks) : []));

/** The blanks of a text as they are set, and what was found. */
function blanksOf(text: string) {
  const { laid, report } = layOutText(text);
  expect(report.diagnostics).toEqual([]);
  return texts(laid.pages[0]!.marks).filter((mark) => mark.text.includes('__'));
}

describe('blanks of underscores on the page', () => {
  it('are text in the structure, as wide as they are written', () => {
    const [three, six] = blanksOf('The ___ is ______.');
    expect(three).toMatchObject({ text: '___', structureRef: { slot: expect.any(Number) } });
    expect(six!.width).toBeCloseTo(2 * three!.width, 2);
  });

  it('are one rule: each underscore reaches the next', () => {
    for (const text of ['The ___ is.', 'The **___** is.', '| ___ |\n|---|\n| a |']) {
      const [mark] = blanksOf(text);
      const glyph = fonts.width(mark!.face, mark!.size, '_');
      // Source Serif leaves 16 per cent of an underscore's width free at its sides, Source Sans 5.
      expect(-mark!.letterSpace).toBeGreaterThan(glyph * 0.162);
    }
  });

  it('keep their width where a line is filled out', () => {
    const long =
      'There is a long line of words that is set to the full measure of its column, and ___ is in it too.';
    const [mark] = blanksOf(long);
    expect(mark!.width).toBeCloseTo(blanksOf('A ___.')[0]!.width, 3);
  });

  it('that are a little wider than the column fill it, and wider ones go on', () => {
    const column = blanksOf(`${'_'.repeat(82)}x`);
    expect(column).toHaveLength(1);
    const [first, second, ...others] = blanksOf(`Name:${'_'.repeat(180)}`);
    expect(others).toEqual([]);
    expect(second!.width).toBeCloseTo(first!.width, 3);
    expect(`${first!.text}${second!.text}`).toBe('_'.repeat(180));
  });

  it('may be of dots, which keep their width and are not made one sign', () => {
    const dotsOf = (text: string) =>
      texts(layOutText(text).laid.pages[0]!.marks).filter((mark) => /[.…]{2}/.test(mark.text));
    const natural = (mark: TextMark) => fonts.width(mark.face, mark.size, mark.text);
    for (const text of [
      'There is a long line of words that is set to the full measure of the column, and ........ is in it too.',
      '---\ntypographer: yes\n---\n\nName (..........), ……… or ........./.........',
      '| Name |\n|---|\n| ............ |',
    ])
      for (const mark of dotsOf(text)) expect(mark.width).toBeCloseTo(natural(mark), 3);
    const typed = dotsOf('---\ntypographer: yes\n---\n\nName .......... and so ... on');
    expect(typed.map(({ text }) => text.trim())).toEqual(['..........']);
    const long = dotsOf(`Name: ${'.'.repeat(250)}`);
    expect(long.map(({ text }) => text.trim()).join('')).toBe('.'.repeat(250));
    expect(long.length).toBeGreaterThan(1);
  });

  it('stand in the questions of a pack, in their answers, and in what introduces them', () => {
    const { documents, report } = layOutPack({
      'themes.md': '## Sums\nclaim: 1 + ___ = 3\n\nWhat to know: (___).\n',
      'items/worksheet.md':
        '## The sum of 2 and 3 is (____).\nlevel: core\nthemes: [sums]\n\nIt is [_____].\n',
    });
    expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const found = documents.flatMap(({ pages }) => pages.pages.flatMap((page) => texts(page.marks)));
    for (const blank of ['___', '____', '_____'])
      expect(
        found.some(({ text, letterSpace }) => text.trim() === blank && letterSpace < 0),
        blank,
      ).toBe(true);
  });
});
