import { describe, expect, it } from 'vitest';
import { addedPhrase } from '../../../../src/exchange/in/added-phrases.ts';
import { readGift } from '../../../../src/exchange/in/gift/read-gift.ts';
import { readBack } from '../../read-back.ts';
import { sourceOf } from '../source-of.ts';

const TRUE_OR_FALSE = addedPhrase('import-true-or-false');

const read = (text: string) => readGift(sourceOf(text, 'bank.gift'));

describe('GIFT', () => {
  it('lets the other 59 questions in if the braces of the fortieth are left open', () => {
    const questions = Array.from(
      { length: 60 },
      (_, index) => `::Question ${index + 1}::What is ${index}?\n{=one ~two}`,
    );
    questions[39] = '::Question 40::What is open?\n{=this ~that';
    const { entries, losses } = read(questions.join('\n\n'));
    expect(entries).toHaveLength(59);
    expect(losses).toEqual([
      {
        what: 'a whole question, because its brace { is never closed',
        text: '::Question 40::What is open?\n{=this ~that',
        at: { file: 'bank.gift', line: 119, column: 1 },
      },
    ]);
  });

  it('reads a question whose braces hold blank lines, and the one after it', () => {
    const { entries, losses } = read('Which?\n{\n\n=one\n\n~two\n\n}\n\nNext?{T}');
    expect(entries.map(({ name }) => name)).toEqual(['Which?', TRUE_OR_FALSE]);
    expect(losses).toEqual([]);
  });

  it('lists a category that no question of it is in', () => {
    const { entries, losses } = read(
      '$CATEGORY: Unit 1/Empty\n\n$CATEGORY: Unit 1/Cells\n\nWhich?{=one ~two}',
    );
    expect(entries.map(({ fields }) => fields['tags'])).toEqual([['Unit 1', 'Cells']]);
    expect(losses).toEqual([
      {
        what: 'the name of a category that none of the imported questions is in',
        text: 'Empty',
        at: { file: 'bank.gift', line: 1, column: 1 },
      },
    ]);
  });

  it('reads signs outside braces that Moodle takes for text', () => {
    const { entries, losses } = read(
      'At 10:30, is a=b or ~c? #1 {=yes: it is ~no}\n\nCapital of Japan {Tokyo}\n\nSo? {true}',
    );
    expect(losses).toEqual([]);
    expect(entries.map(({ name, body }) => [name, body])).toEqual([
      ['At 10:30, is a=b or ~c? #1', '- [x] yes: it is\n- [ ] no'],
      ['Capital of Japan', 'Tokyo'],
      [TRUE_OR_FALSE, '- [x] So?'],
    ]);
  });

  it('keeps feedback as the rationale, and shares of marks in the guidance', () => {
    const { entries, losses } = read('Which?{=one#Yes. ~%50%two#Nearly. ~%-25%three ####Because.}');
    expect(entries[0]!.body).toBe(
      '- [x] one\n- [ ] two\n- [ ] three\n\n### Guidance\n\n- two (50%)\n\n### Rationale\n\nBecause.\n\n- one → Yes.\n- two → Nearly.',
    );
    expect(losses.map(({ what, text }) => [what, text])).toEqual([
      ['the marks that a wrong answer takes off', 'three (−25%)'],
    ]);
  });

  it('takes three options of 33.33333 % for all marks, and says where shares are unequal', () => {
    const thirds = read('Which?{~%33.33333%a ~%33.33333%b ~%33.33333%c ~d}');
    expect(thirds.entries[0]!.body).toBe('- [x] a\n- [x] b\n- [x] c\n- [ ] d');
    expect(thirds.losses).toEqual([]);
    const unequal = read('Which?{~%70%a ~%30%b ~d}');
    expect(unequal.losses.map(({ what, text }) => [what, text])).toEqual([
      ['that right answers earn unequal shares of the marks', 'a (70%); b (30%)'],
    ]);
  });

  it.each([
    ['none of its options is right', 'Which?{~a ~b}'],
    ['it is not written as GIFT should be', 'Which?{=a ~%500%b}'],
    ['it closes a brace } that is not open', 'Which? a} {=b ~c}'],
    ['it has a brace { within braces', 'Which? {=b {c} ~d}'],
    ['it has fewer than two pairs', 'Match.{=a -> b}'],
  ])('lists a question as lost because %s, with its words', (why, text) => {
    const { entries, losses } = read(text);
    expect(entries).toEqual([]);
    expect(losses).toMatchObject([{ what: `a whole question, because ${why}`, text }]);
  });

  it('says that either of two right options was enough, and what asks nothing', () => {
    const { entries, losses } = read('Which?{=a =b ~c}\n\nA text to read.\n\nWrite.{}');
    expect(entries).toHaveLength(2);
    expect(losses.map(({ what, at }) => [what, at.line])).toEqual([
      ['that any one of its 2 right options was enough: pupils are told to tick all of them', 1],
      ['a text that asks nothing', 3],
      ['a model answer, which the source does not have: write one', 5],
    ]);
  });

  it('gives questions their ids, their names and the tags of their category, and says which id is taken', () => {
    const { entries, losses } = read(
      '$CATEGORY: $course$/top/Plants/Leaves\n\n// [id:leaf] [tag:green]\n::Leaf colours::What colour?{=green ~red}\n\n// [id:leaf]\nWhich?{=a ~b}',
    );
    expect(entries.map(({ id, fields }) => [id, fields['tags']])).toEqual([
      ['leaf', ['Plants', 'Leaves', 'green']],
      [undefined, ['Plants', 'Leaves']],
    ]);
    expect(losses.map(({ what, text }) => [what, text])).toEqual([
      ['the name of a question in its bank', 'Leaf colours'],
      ['its id, which the question in line 4 has too', 'leaf'],
    ]);
  });

  it('reads HTML and Markdown where a text says so, and code that only looks like it', () => {
    const bank = read(
      '[html]<p>Is <b>this</b> H<sub>2</sub>O?</p>{T}\n\n[markdown]What is *this*?{=a `x` ~b}\n\nWhat is List<String> and 1 < 2?{=code ~text}',
    );
    const { findings, text } = readBack(bank);
    expect(findings).toEqual([]);
    expect(text).toContain('- [x] Is **this** H<sub>2</sub>O?');
    expect(text).toContain('## What is *this*?');
    expect(text).toContain('## What is List\\<String> and 1 < 2?');
  });

  it('keeps blanks to write on', () => {
    expect(read('Water is made of {=hydrogen ~helium} and oxygen.').entries[0]!.name).toBe(
      'Water is made of _____ and oxygen.',
    );
  });
});
