import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../src/blocks/plain-text.ts';
import { plainAsMarkdown } from '../../../../src/exchange/in/rich-text/plain-as-markdown.ts';
import { readBlocks } from '../../../read-blocks.ts';

/** The words that Markdown prints, if it is a single paragraph without emphasis, links or anything else in it. */
function printed(markdown: string): string | undefined {
  const { blocks } = readBlocks(markdown);
  const [only] = blocks;
  if (blocks.length !== 1 || only?.kind !== 'paragraph') return undefined;
  const isPlain = only.text.every(
    (inline) =>
      inline.kind === 'text' && Object.keys(inline).every((key) => ['kind', 'text', 'at'].includes(key)),
  );
  return isPlain ? plainText(only.text) : undefined;
}

describe('plain text as Markdown', () => {
  it('reads back as it was, whatever signs it has', () => {
    const sign = fc.constantFrom(...'\\`*_[]<>|^{}$~=&#+-:;.()!?"\'@/%,1203abcé ');
    const word = fc.constantFrom(
      ' a',
      '1. ',
      '2) ',
      '&amp;',
      '&#65;',
      '<!--',
      '-->',
      '(quotation: a)',
      '[x]',
      '$a_b$',
      '__',
      '~~',
      '==',
      '- ',
      '> ',
      '# ',
      '| a |',
      '^[note]',
      '[^1]',
      '[mot]{lang=fr}',
      '***',
    );
    const text = fc
      .array(fc.oneof(sign, word), { minLength: 1, maxLength: 14 })
      .map((parts) => parts.join('').replace(/ +/g, ' ').trim())
      .filter((words) => words !== '' && !/https?:|www\.|\w@\w/.test(words));
    fc.assert(
      fc.property(text, (words) => {
        expect(printed(plainAsMarkdown(words))).toBe(words);
      }),
      { numRuns: 600 },
    );
  });

  it('adds no backslash where nothing means anything', () => {
    for (const text of ['“Never,” he said (chapter 3).', 'a_b – 5 > 3, 50% off!', 'No. 5: what? It’s Q&A.'])
      expect(plainAsMarkdown(text)).toBe(text);
  });

  it('leaves blanks to write on, formulas and lone signs as they are', () => {
    for (const text of ['Name: ______ Class: ____', 'x = 5, y < 3, £5 or $5', 'f{a} and 2^3', 'C:\\new'])
      expect(plainAsMarkdown(text)).toBe(text);
    for (const blanks of ['___', '_____ ____'])
      expect(plainAsMarkdown(blanks), 'alone on a line it would be a rule').toBe(`\\${blanks}`);
    expect(plainAsMarkdown('____so____')).toBe('\\_\\_\\_\\_so____');
    expect(plainAsMarkdown('$a$ and a^2^')).toBe('\\$a\\$ and a\\^2\\^');
  });

  it('escapes what opens a line only there', () => {
    expect(plainAsMarkdown('1. not a list - nor # this')).toBe('1\\. not a list - nor # this');
    expect(plainAsMarkdown('# 1', false)).toBe('# 1');
    expect(plainAsMarkdown('3.5 metres')).toBe('3.5 metres');
  });
});
