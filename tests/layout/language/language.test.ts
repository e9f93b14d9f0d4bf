import { describe, expect, it } from 'vitest';
import { createLanguage } from '../../../src/layout/language/language.ts';

const parted = (tag: string, word: string) => {
  const points = [0, ...createLanguage(tag).hyphenate(word), word.length];
  return points.slice(1).map((end, index) => word.slice(points[index], end));
};

describe('hyphenation', () => {
  it.each([
    ['en-GB', 'remembering', ['re', 'mem', 'ber', 'ing']],
    ['en-US', 'hyphenation', ['hy', 'phen', 'ation']],
    ['de', 'Donaudampfschiff', ['Do', 'nau', 'dampf', 'schiff']],
    ['fr', 'typographie', ['ty', 'po', 'gra', 'phie']],
    ['es', 'palabras', ['pa', 'la', 'bras']],
  ])('follows the patterns of %s', (tag, word, parts) => {
    expect(parted(tag, word)).toEqual(parts);
  });

  it('leaves names, short words and languages without patterns alone', () => {
    expect(parted('en-GB', 'Remembering')).toHaveLength(1);
    expect(parted('en-GB', 'paper')).toHaveLength(1);
    expect(parted('xx', 'remembering')).toHaveLength(1);
  });
});

describe('line breaks', () => {
  const pieces = (text: string) => {
    const points = [0, ...createLanguage('en').breaks(text), text.length];
    return points.slice(1).map((end, index) => text.slice(points[index], end));
  };

  it('follow UAX #14', () => {
    expect(pieces('well-known “quoted words” (here) 5.20')).toEqual([
      'well-',
      'known ',
      '“quoted ',
      'words” ',
      '(here) ',
      '5.20',
    ]);
    expect(pieces('ch.\u00A07 a\u2060b')).toEqual(['ch.\u00A07 ', 'a\u2060b']);
    expect(pieces('日本語')).toEqual(['日', '本', '語']);
  });
});
