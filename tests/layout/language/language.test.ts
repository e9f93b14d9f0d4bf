import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHyphenation } from '../../../src/layout/language/hyphenation.ts';
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

describe('hyphenation patterns', () => {
  const require = createRequire(import.meta.url);
  type Create = (patterns: unknown, options: object) => (word: string) => string;
  const texts = ['docs/authoring.md', 'docs/decisions.md', 'content/never-let-me-go/quotations.md'];
  const books = texts.map((file) => readFileSync(file, 'utf8'));
  const words = [
    ...new Set(
      books
        .join(' ')
        .toLowerCase()
        .match(/\p{L}{6,}/gu),
    ),
  ];
  const letters = fc.constantFrom(...'aabcdeefghiijklmnoopqrsstuvwxyzäöüßéèçñãõíúœ');
  const anyWords = fc.array(fc.array(letters, { minLength: 3, maxLength: 24 }), { minLength: 1 });

  it.each(['en-gb', 'en-us', 'de-1996', 'fr', 'es', 'it', 'nl', 'pt'])(
    'of %s are those of the package',
    (name) => {
      const ours = readHyphenation(name);
      const create = require('hyphen') as Create;
      const patterns = require(`hyphen/patterns/${name}.js`) as [unknown, unknown, Record<string, unknown>?];
      const theirs = create(patterns, { hyphenChar: '\u00AD', minWordLength: 1 });
      /** Offsets of soft hyphens, without those next to the ends, which no language allows. */
      const offsets = (word: string) => {
        const pieces = theirs(word).split('\u00AD');
        return pieces.slice(1).map((_, index) => pieces.slice(0, index + 1).join('').length);
      };
      const inside = (word: string, all: readonly number[]) =>
        `${word} ${all.filter((offset) => offset > 1 && offset < word.length - 1)}`;
      const same = (all: readonly string[]) => {
        expect(all.map((word) => inside(word, ours(word)))).toEqual(
          all.map((word) => inside(word, offsets(word))),
        );
      };
      expect(words.length).toBeGreaterThan(500);
      same([...words, ...Object.keys(patterns[2] ?? {})]);
      fc.assert(
        fc.property(anyWords, (all) => same(all.map((word) => word.join('')))),
        { numRuns: 200 },
      );
    },
  );
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
