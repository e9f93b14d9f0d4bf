import { describe, expect, it } from 'vitest';
import { findMentions } from '../../src/layout/paging/find-mentions.ts';
import type { Page, TextMark } from '../../src/pages/page.ts';

const box = { x: 0, y: 0, width: 1, height: 1 };
const mark = (text: string, slot: number | undefined): TextMark => ({
  kind: 'text',
  structureRef: slot === undefined ? { artifact: 'page' } : { slot },
  x: 0,
  y: 0,
  text,
  face: 'serif',
  size: 1,
  colour: 0,
  wordSpace: 0,
  letterSpace: 0,
  width: 1,
});

/** Pages with a mark for each text, each in a slot of its own. */
const pages = (...texts: readonly string[][]): Page[] =>
  texts.map((own, index) => ({
    width: 1,
    height: 1,
    boxes: { trim: box, bleed: box, crop: box },
    label: String(index + 1),
    marks: own.map((text, slot) => mark(text, slot)),
  }));

const find = (all: readonly Page[], until = all.length) =>
  findMentions(all, [{ name: 'Ada', words: ['Ada', 'Miss Ada'] }], 0, until).get('Ada');

describe('findMentions', () => {
  it('joins neighbouring pages', () => {
    expect(find(pages(['Ada'], ['no'], ['Ada'], ['Ada'], ['Ada'], ['no'], ['Ada'], ['Ada']))).toBe(
      '1, 3–5, 7, 8',
    );
  });

  it('finds whole words only, also where blocks meet', () => {
    expect(find(pages(['Adamant'], ['Canada'], ['What matters', 'Ada', 'Ada talks'], ['Ada’s']))).toBe(
      '3, 4',
    );
  });

  it('finds names that a line end or a change of type cuts in two', () => {
    const page = [{ ...pages(['x'])[0]!, marks: [mark('Miss ', 1), mark('Ada', 1)] }];
    expect(findMentions(page, [{ name: 'x', words: ['Miss Ada'] }], 0, 1).get('x')).toBe('1');
  });

  it('passes over furniture, and pages from the index on', () => {
    const furniture = { ...pages(['x'])[0]!, marks: [mark('Ada', undefined)] };
    expect(find([furniture, ...pages(['Ada'])])).toBe('1');
    expect(find(pages(['no'], ['Ada']), 1)).toBe('');
  });
});
