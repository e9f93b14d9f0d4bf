import { describe, expect, it } from 'vitest';
import { takeOutComments } from '../../src/diagnostics/take-out-comments.ts';

const bare = (text: string) => takeOutComments(text).text;

describe('takeOutComments', () => {
  it('takes a comment out of a line, and one of the spaces around it', () => {
    expect(bare('one <!-- x --> two')).toBe('one two');
    expect(bare('one<!-- x -->two')).toBe('onetwo');
    expect(bare('one <!-- x -->\ntwo')).toBe('one\ntwo');
    expect(bare('one <!-- x --><!-- y --> two')).toBe('one two');
    expect(bare('<!-- x --> one')).toBe('one');
    expect(bare('a <!--> b <!---> c')).toBe('a b c');
  });

  it('takes out blank lines in a comment too, and keeps the numbers of lines', () => {
    const text = 'one\n\n<!--\nx\n\ny\n-->\n\ntwo';
    expect(bare(text)).toBe('one\n\n\n\n\n\n\n\ntwo');
    expect(takeOutComments(text).emptied).toEqual(new Set([2, 3, 4, 5, 6]));
    expect(bare('one <!-- x\n\ny --> two\nthree\n\nfour')).toBe('one two\nthree\n\n\n\nfour');
  });

  it('keeps a line break behind a comment, and makes none of the space before one', () => {
    expect(bare('one <!-- x -->  \ntwo')).toBe('one  \ntwo');
    expect(bare('one  <!-- x -->\ntwo')).toBe('one\ntwo');
  });

  it('leaves alone what is in code, or escaped', () => {
    for (const text of [
      '```html\n<!-- x -->\n```',
      '- one\n  ~~~\n  <!-- x -->\n  ~~~',
      '> ```\n> <!-- x -->\n> ```',
      'a `<!-- x -->` b',
      'a ``<!-- ` -->`` b',
      '\\<!-- x -->',
      'text\n\n    <!-- x -->\n\ntext',
    ])
      expect(takeOutComments(text)).toMatchObject({ text, faults: [] });
  });

  it('finds comments behind code that is closed, in items, quotes and what is set in below them', () => {
    expect(bare('```\ncode\n```\n<!-- x -->')).toBe('```\ncode\n```\n');
    expect(bare('a `b` c <!-- x -->')).toBe('a `b` c');
    expect(bare('a ` b <!-- x -->')).toBe('a ` b');
    expect(bare('10. one\n\n    <!-- x -->\n')).toBe('10. one\n\n    \n');
    expect(bare('> one\n> <!-- x -->')).toBe('> one\n> ');
  });

  it('finds the end of code with any number of marks, and many pieces of code', () => {
    const ticks = '`'.repeat(100_000);
    expect(bare(`a ${ticks} <!-- x --> ${ticks} b <!-- y -->`)).toBe(`a ${ticks} <!-- x --> ${ticks} b`);
    expect(bare(`a ${ticks} b <!-- x -->`)).toBe(`a ${ticks} b`);
    expect(bare(`${ticks}\n<!-- x -->\n${ticks}\n<!-- y -->`)).toBe(`${ticks}\n<!-- x -->\n${ticks}\n`);
    const code = 'a `b` '.repeat(50_000);
    expect(bare(`${code}c <!-- x -->`)).toBe(`${code}c`);
  }, 20_000);

  it('takes no part of a longer run of marks for the end of code', () => {
    expect(bare('a ``` <!-- x --> ````` b')).toBe('a ``` ````` b');
    expect(bare('a ````` <!-- x --> ``` b')).toBe('a ````` ``` b');
    const [run, other] = ['`'.repeat(300_000), '`'.repeat(299_999)];
    expect(bare(`a ${run} b ${other} <!-- x -->`)).toBe(`a ${run} b ${other}`);
  }, 10_000);

  it('says where one is never closed, or begins in another', () => {
    expect(takeOutComments('one\n\ntwo <!-- x').faults).toEqual([{ kind: 'unclosed', line: 3, column: 5 }]);
    expect(takeOutComments('<!-- one\n\ntwo <!-- x -->').faults).toEqual([
      { kind: 'nested', line: 1, column: 1 },
    ]);
  });
});
