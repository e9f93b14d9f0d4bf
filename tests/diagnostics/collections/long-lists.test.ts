import { describe, expect, it } from 'vitest';
import { append } from '../../../src/diagnostics/collections/append.ts';
import { largest } from '../../../src/diagnostics/collections/largest.ts';
import { ownValue } from '../../../src/diagnostics/collections/own-value.ts';
import { smallest } from '../../../src/diagnostics/collections/smallest.ts';
import { layOutText, textOfPages } from '../../print-text.ts';

const long = Array.from({ length: 300_000 }, (_, index) => index - 7);

describe('a long list', () => {
  it('has a largest and a smallest number, and can be appended', () => {
    expect([largest(long), largest([], 4), largest([3], 4), largest([])]).toEqual([299_992, 4, 4, -Infinity]);
    expect([smallest(long), smallest([], 4), smallest([5], 4), smallest([])]).toEqual([-7, 4, 4, Infinity]);
    const list = [1];
    append(list, long);
    expect(list).toEqual([1, ...long]);
  });

  it.each([
    ['a paragraph', (words: string) => words],
    ['a footnote', (words: string) => `Here.[^1]\n\n[^1]: ${words}`],
    ['a cell', (words: string) => `| a | b |\n|---|---|\n| ${words} | c |`],
  ])('of words in %s is printed, each word', (_, write) => {
    const { laid, report } = layOutText(write(Array(70_000).fill('word').join(' ')));
    expect(report.failed()).toBe(false);
    expect(textOfPages(laid).match(/word/g)).toHaveLength(70_000);
  });
});

describe('ownValue', () => {
  it('finds what a table has, and nothing that it inherits', () => {
    const table: Record<string, number> = { a: 1 };
    expect(['a', 'b', 'constructor', '__proto__', 'toString'].map((name) => ownValue(table, name))).toEqual([
      1,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(ownValue(JSON.parse('{ "__proto__": 2 }'), '__proto__')).toBe(2);
  });
});
