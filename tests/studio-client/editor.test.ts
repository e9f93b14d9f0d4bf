import { Text } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastChange } from '../../src/studio-client/editor/least-change.ts';
import { markRange } from '../../src/studio-client/editor/mark-range.ts';

const mark = (line: number, column: number) => ({ isError: true, message: 'Wrong.', line, column });

describe('a mark in the editor', () => {
  const text = Text.of(['chapters: [1, 99]', '', 'Some text.']);
  const marked = (line: number, column: number) => {
    const { from, to } = markRange(text, mark(line, column));
    return text.sliceString(from, to);
  };

  it('is below the word at its place, or below its line', () => {
    expect(marked(1, 15)).toBe('99]');
    expect(marked(3, 6)).toBe('text.');
    expect(marked(1, 14)).toBe('chapters: [1, 99]');
    expect(marked(2, 1)).toBe('');
  });

  it('is in the text whatever line it names', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2, max: 9 }), fc.integer({ min: -2, max: 40 }), (line, column) => {
        const { from, to } = markRange(text, mark(line, column));
        expect(0 <= from && from <= to && to <= text.length).toBe(true);
      }),
    );
  });
});

describe('the least change', () => {
  it('makes one text of another, and nothing of the same', () => {
    expect(leastChange('One two three', 'One four three')).toEqual({ from: 4, to: 7, insert: 'four' });
    expect(leastChange('aa', 'aaa')).toEqual({ from: 2, to: 2, insert: 'a' });
    expect(leastChange('same', 'same')).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (before, one, other) => {
        const change = leastChange(before + one, before + other);
        const { from, to, insert } = change ?? { from: 0, to: 0, insert: '' };
        expect(change === undefined).toBe(one === other);
        expect((before + one).slice(0, from) + insert + (before + one).slice(to)).toBe(before + other);
      }),
    );
  });
});
