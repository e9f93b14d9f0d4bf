import { describe, expect, it } from 'vitest';
import { readAiken } from '../../../../src/exchange/in/aiken/read-aiken.ts';
import { sourceOf } from '../source-of.ts';

const read = (text: string) => readAiken(sourceOf(text, 'bank.txt'));

describe('Aiken', () => {
  it('reads questions of several lines, options that go on, two answers, and feedback', () => {
    const { entries, losses } = read(
      'A. Smith wrote a book.\nWhich?\nA. The first,\nwhich is long\nB)the second\nC. neither\nANSWER: A, B\nFEEDBACK: Look it up.\n\nNext?\nA) one\nB) two\nANSWER: b\n',
    );
    expect(losses).toEqual([]);
    expect(entries.map(({ name, body, at }) => [at.line, name, body])).toEqual([
      [
        1,
        'A. Smith wrote a book.<br>Which?',
        '- [x] The first, which is long\n- [x] the second\n- [ ] neither\n\n### Rationale\n\nLook it up.',
      ],
      [10, 'Next?', '- [ ] one\n- [x] two'],
    ]);
  });

  it.each([
    ['it has no line “ANSWER:”', 'Which?\nA. one\nB. two\n'],
    ['its answer is “C”, which is not one of its options', 'Which?\nA. one\nB. two\nANSWER: C\n'],
    ['its answer is “two”, which is not one of its options', 'Which?\nA. one\nB. two\nANSWER: two\n'],
    ['it has fewer than two options', 'Which?\nA. one\nANSWER: A\n'],
  ])('lists a question as lost because %s, and reads the next', (why, text) => {
    const { entries, losses } = read(`${text}\nNext?\nA) one\nB) two\nANSWER: B\n`);
    expect(entries.map(({ name }) => name)).toEqual(['Next?']);
    expect(losses).toEqual([
      {
        what: `a whole question, because ${why}`,
        text: text.trim(),
        at: { file: 'bank.txt', line: 1, column: 1 },
      },
    ]);
  });
});
