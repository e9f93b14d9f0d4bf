import { describe, expect, it } from 'vitest';
import { readTemplateSet } from '../../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { cardGrowth } from '../../../src/layout/style/card-growth.ts';
import { readStyles } from '../../../src/layout/style/read-styles.ts';
import { styleForCards } from '../../../src/layout/style/style-for-cards.ts';
import { mm } from '../../../src/pages/length.ts';
import type { Mark, TextMark } from '../../../src/pages/page.ts';
import { layOutPack } from '../../support.ts';

const standard = readStyles(readTemplateSet(createReport()).styles, createReport()).get('standard')!;
const size = (width: number, height: number) => ({ width: mm(width), height: mm(height) });

describe('cardGrowth', () => {
  it('grows with both sides of the card, and never makes type smaller', () => {
    expect(cardGrowth(size(74, 105))).toBe(1);
    expect(cardGrowth(size(148, 105))).toBeCloseTo(1.41, 2);
    expect(cardGrowth(size(105, 148))).toBeCloseTo(1.41, 2);
    expect(cardGrowth(size(85, 54))).toBe(1);
    expect(cardGrowth(size(50, 180))).toBe(1);
  });
});

describe('styleForCards', () => {
  it('makes small print larger on A6, up to 14 points in the hand and 24 on a wall', () => {
    expect(styleForCards(standard, size(105, 148))['small-size']).toBeCloseTo(12.7, 1);
    expect(styleForCards(standard, size(148, 210))['small-size']).toBe(14);
    expect(styleForCards(standard, size(210, 297))['small-size']).toBe(24);
  });

  it('leaves large print as it is', () => {
    const style = { ...standard, 'small-size': 24 };
    expect(styleForCards(style, size(105, 148))['small-size']).toBe(24);
  });
});

const COMMON = {
  'themes.md': '## Night\nclaim: Night falls on all who wait for morning.\nmark: ●\n\nWhat to know.\n',
  'characters.md': '## Ada\nrole: main\nclaim: Ada watches.\n\nShe watches.\n',
  'chapters.md': '## 1\ntitle: One\n\nAda looks out.\n',
};
const BOOK =
  '---\ntitle: Poems\nauthor: A. Poet\npublished: 1801\nnarrator: ada\nunit: stanza\n---\n\nA book.\n';

/** The texts of each card’s sides, by product, as they are on the sheets. */
function cards(words: readonly string[], product: string, impose?: string): TextMark[][] {
  const fields = 'speaker: narrator\nchapter: 1\nthemes: [night]\nprovenance: book';
  const quotations = words.map((text, index) => `## Line ${index}\n${fields}\n\n${text}\n`).join('\n');
  const { documents } = layOutPack(
    { ...COMMON, 'book.md': BOOK, 'quotations.md': quotations },
    { products: [product], ...(impose && { impose }) },
  );
  const groups = documents[0]!.pages.pages.flatMap((page) =>
    page.marks.flatMap((mark) => (mark.kind === 'group' ? [mark.marks] : [])),
  );
  return groups.map(textsIn);
}

const textsIn = (marks: readonly Mark[]): TextMark[] =>
  marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : mark.kind === 'group' ? textsIn(mark.marks) : []));
const sizeOf = (texts: readonly TextMark[], start: string) =>
  texts.find(({ text }) => text.startsWith(start))?.size ?? 0;

const SHORT = 'She was furious.';
const LONG = 'So you are waiting, even if you do not quite know it, waiting for the moment. '
  .repeat(4)
  .trim();

describe('the type of cards', () => {
  it('is larger on larger cards', () => {
    const eighth = cards([SHORT], 'quote-cards').flat();
    const quarter = cards([SHORT], 'quote-cards', '4-up').flat();
    expect(sizeOf(eighth, '“She')).toBe(20);
    expect(sizeOf(quarter, '“She')).toBeGreaterThan(27);
    expect(sizeOf(quarter, 'Ada')).toBeGreaterThan(sizeOf(eighth, 'Ada'));
  });

  it('is one size for all fronts of a sheet, and another for the backs', () => {
    const sides = cards([SHORT, `She waits for the moment when she sees. `.repeat(2).trim()], 'flashcards');
    const fronts = sides.map((texts) => sizeOf(texts, '“She')).filter((one) => one > 0);
    expect(fronts).toHaveLength(2);
    expect(new Set(fronts).size).toBe(1);
    expect(sizeOf(sides.flat(), 'Night falls')).toBeGreaterThanOrEqual(13);
  });

  it('keeps the number of a card clear of its words', () => {
    for (const texts of cards([LONG], 'flashcards').filter((one) => sizeOf(one, 'W1') > 0)) {
      const number = texts.find(({ text }) => text.startsWith('W1'))!;
      const words = texts.filter(({ y }) => y < number.y - 1);
      expect(number.y - number.size - Math.max(...words.map(({ y }) => y))).toBeGreaterThan(8);
    }
  });

  it('breaks no line of verse to be larger', () => {
    const line = 'The lamp is lit, and ships';
    const texts = cards([`${line},\\\nThe ship is late.`], 'quote-cards').flat();
    expect(texts.map(({ text }) => text.trim())).toContain(`“${line},`);
    expect(sizeOf(texts, '“The lamp')).toBeGreaterThanOrEqual(17);
  });

  it('is as large for the mark of a theme as for the words', () => {
    expect(sizeOf(cards([SHORT], 'quote-cards').flat(), '●')).toBeGreaterThanOrEqual(17);
  });
});
