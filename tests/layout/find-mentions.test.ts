import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMentions, type Mention } from '../../src/layout/paging/find-mentions.ts';
import type { OutlineItem, StructureNode } from '../../src/pages/laid.ts';
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

const laid = (
  all: readonly Page[],
  outline: readonly OutlineItem[] = [],
  contents: readonly number[] = [],
  role = 'TOC',
) => ({
  pages: [...all],
  outline: [...outline],
  structure: {
    node: 0,
    role: 'Document',
    children: [{ node: 1, role, children: contents.map((slot) => ({ slot })) }],
  } as StructureNode,
});

/** As an index prints them; main entries have a star. */
const printed = (mentions: readonly Mention[] = []) =>
  mentions.map(({ label, main }) => (main ? `${label}*` : label)).join(', ');

const find = (all: readonly Page[]) =>
  printed(findMentions(laid(all), [{ name: 'Ada', words: ['Ada', 'Miss Ada'] }]).get('Ada'));

describe('findMentions', () => {
  const terms = [{ name: 'Ada', words: ['Ada'] }];

  it('marks the pages with a heading of the term, and joins them with one another only', () => {
    const all = pages(['Ada'], ['Ada'], ['Ada'], ['Ada']);
    const outline = [1, 2].map((page) => ({ title: 'Ada at home', level: 2, page }));
    expect(printed(findMentions(laid(all, outline), terms).get('Ada'))).toBe('1, 2*, 3*, 4');
  });

  it('keeps of many pages the main one and those that say most', () => {
    const often = ['Ada and Ada, Ada too'];
    const all = pages(['Ada'], often, ['Ada'], often, ['Ada'], often, ['Ada'], often, ['Ada'], often, [
      'Ada',
    ]);
    const outline = [{ title: 'Ada', level: 2, page: 10 }];
    expect(printed(findMentions(laid(all, outline), terms).get('Ada'))).toBe('2, 4, 6, 8, 10, 11*');
  });

  it('finds nothing in a table of contents', () => {
    expect(printed(findMentions(laid(pages(['Ada'], ['no', 'Ada']), [], [0]), terms).get('Ada'))).toBe('2');
  });

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

  it('finds what a pattern would find, whatever the words are', () => {
    const letters = fc.constantFrom('a', 'b', 'é', '1', ' ', ' ', '-', '’', '.', '\u0301', '𝒜', '→');
    const textOf = fc.string({ unit: letters, maxLength: 30 });
    const wordOf = fc
      .string({ unit: letters, minLength: 1, maxLength: 4 })
      .filter((word) => word.trim() === word);
    fc.assert(
      fc.property(fc.array(textOf, { maxLength: 6 }), fc.array(wordOf, { maxLength: 3 }), (texts, words) => {
        const sources = words.map((word) => word.replace(/[.]/g, '\\$&').replace(/\s+/g, '\\s+'));
        const whole = new RegExp(
          `(?<![\\p{L}\\p{N}])(?:${sources.join('|') || '(?!)'})(?![\\p{L}\\p{N}])`,
          'u',
        );
        const expected = texts.map((text) => whole.test(text.replace(/\s+/g, ' ')));
        const found = findMentions(laid(pages(...texts.map((text) => [text]))), [{ name: 'x', words }]).get(
          'x',
        );
        const labels = (found ?? []).flatMap(({ label }) => {
          const [from = 0, to = from] = label.split('–').map(Number);
          return Array.from({ length: to - from + 1 }, (_, index) => from + index - 1);
        });
        expect(labels).toEqual(expected.flatMap((is, page) => (is ? [page] : [])));
      }),
      { numRuns: 400 },
    );
  });

  it('finds names that a line end or a change of type cuts in two', () => {
    const page = [{ ...pages(['x'])[0]!, marks: [mark('Miss ', 1), mark('Ada', 1)] }];
    expect(printed(findMentions(laid(page), [{ name: 'x', words: ['Miss Ada'] }]).get('x'))).toBe('1');
  });

  it('passes over furniture and the index itself, but not what is beside it', () => {
    const furniture = { ...pages(['x'])[0]!, marks: [mark('Ada', undefined)] };
    expect(find([furniture, ...pages(['Ada'])])).toBe('1');
    const all = pages(['Ada'], ['Ada here', 'Ada']);
    expect(printed(findMentions(laid(all, [], [1], 'Index'), terms).get('Ada'))).toBe('1, 2');
    expect(printed(findMentions(laid(all, [], [0, 1], 'Index'), terms).get('Ada'))).toBe('');
  });
});
