import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createReport } from '../../../src/diagnostics/report.ts';
import {
  checkYaml,
  decimalNumber,
  listOf,
  oneOf,
  wholeNumber,
  yesOrNo,
} from '../../../src/diagnostics/yaml/check-yaml.ts';

const at = { file: 'a.md', line: 10, column: 1 };

function check<S extends z.ZodType>(text: string, schema: S) {
  const report = createReport();
  const checked = checkYaml({ text, at }, schema, report);
  return {
    checked,
    found: report.diagnostics.map(
      ({ code, where, hint }) => `${where.line}:${where.column} ${code}${hint ? ` ${hint}` : ''}`,
    ),
  };
}

describe('checkYaml', () => {
  it('takes scalars as they are written', () => {
    const schema = z.strictObject({
      a: z.string(),
      b: z.string(),
      c: z.string(),
      d: z.string(),
      e: z.string(),
    });
    expect(check('a: no\nb: 1.10\nc: 0123\nd: 2026-01-02\ne: null', schema).checked?.value).toEqual({
      a: 'no',
      b: '1.10',
      c: '0123',
      d: '2026-01-02',
      e: 'null',
    });
  });

  it('reads numbers and truth where the schema wants them', () => {
    const schema = z.strictObject({
      n: wholeNumber(),
      d: decimalNumber(),
      y: yesOrNo(),
      l: listOf(z.string()),
    });
    expect(check('n: 12\nd: 1.5\ny: no\nl: one', schema).checked?.value).toEqual({
      n: 12,
      d: 1.5,
      y: false,
      l: ['one'],
    });
    expect(check('n: 1.5\nd: x\ny: maybe\nl: [a]', schema).found).toEqual([
      '10:4 field-malformed',
      '11:4 field-malformed',
      '12:4 field-malformed',
    ]);
  });

  it('says where each value stands', () => {
    const schema = z.strictObject({ a: z.string(), b: z.array(z.string()) });
    const { checked } = check('a: x\nb:\n  - one\n  - two', schema);
    expect(checked?.places).toMatchObject({
      a: { line: 10, column: 4 },
      'b.0': { line: 12, column: 5 },
      'b.1': { line: 13, column: 5 },
    });
  });

  it('reports all that is wrong at once, each at its place', () => {
    const schema = z.strictObject({
      name: z.string(),
      size: wholeNumber(),
      kind: z.enum(['cloze', 'match']),
    });
    expect(check('nmae: x\nsize: big\nkind: clozed', schema).found.sort()).toEqual([
      '10:1 field-unknown Did you mean “name”?',
      '11:7 field-malformed',
      '12:7 field-malformed Did you mean “cloze”?',
    ]);
  });

  it('tells an empty field from a wrong one', () => {
    expect(check('name:', z.strictObject({ name: z.string().min(1) })).found).toEqual([
      '10:6 field-missing Write “name: …”.',
    ]);
  });

  it('reports an empty text by the fields that it lacks', () => {
    expect(check('', z.strictObject({ name: z.string() })).found).toEqual([
      '10:1 field-missing Add a line “name: …”.',
    ]);
  });

  it('tells all that is missing from one set of fields at once, with lines to write', () => {
    const schema = z.strictObject({
      name: z.string().meta({ examples: ['Ada'] }),
      role: z.enum(['main', 'minor']),
      date: z.string().describe('a date'),
    });
    expect(check('', schema).found).toEqual([
      '10:1 field-missing Add the lines “name: Ada”, “role: main” and “date: …” (a date).',
    ]);
  });

  it('takes each missing field for at most one that is misspelt', () => {
    const schema = z.strictObject({ speaker: z.string(), chapter: z.string().optional() });
    expect(check('speker: x\nspeakr: y\nchapter: 1', schema).found).toEqual([
      '10:1 field-unknown Did you mean “speaker”?',
      '11:1 field-unknown Did you mean “speaker”?',
    ]);
  });

  it('takes one of some words in letters of any size, and lists them where none is near', () => {
    const schema = z.strictObject({ paper: oneOf(['a4', 'letter', 'a5']).default('a4') });
    for (const written of ['A5', 'Letter', 'LETTER', 'a4'])
      expect(check(`paper: ${written}`, schema).checked?.value).toEqual({ paper: written.toLowerCase() });
    expect(check('paper: A3', schema).found).toEqual(['10:8 field-malformed Available: a4, letter, a5.']);
    expect(check('paper: leter', schema).found).toEqual(['10:8 field-malformed Did you mean “letter”?']);
  });

  it('warns of a comment that may be the rest of a value', () => {
    const schema = z.looseObject({});
    const codes = (text: string) => check(text, schema).found.map((line) => line.split(' ', 2).join(' '));
    expect(codes('a: one # two\nb: [x] # y\nc: x#y\nd: "q # r" # s')).toEqual(['10:8 comment-in-value']);
    expect(codes('# a\na: one\n# b\nb: two\n  # c\n')).toEqual([]);
    expect(codes('a: # 1\nb: two')).toEqual(['10:4 comment-in-value']);
  });

  it('refuses what would explode when it is walked', () => {
    expect(
      check('a: &x [1]\nb: [*x, *x]', z.looseObject({})).found.map((line) => line.split(' ')[1]),
    ).toEqual(['alias-in-yaml', 'alias-in-yaml', 'alias-in-yaml']);
  });

  it('keeps the places of fields with any name apart', () => {
    const schema = z.record(z.string(), z.string());
    const { checked } = check('constructor: a\ntoString: b', schema);
    expect(Object.entries(checked!.places).map(([name, { line }]) => [name, line])).toEqual([
      ['', 10],
      ['constructor', 10],
      ['toString', 11],
    ]);
  });

  it('names some of very many unknown fields, and says how many more there are', () => {
    const text = Array.from({ length: 60_000 }, (_, index) => `k${index}: x`).join('\n');
    const { found } = check(text, z.strictObject({ title: z.string().optional() }));
    expect(found).toHaveLength(21);
    expect(found[20]).toMatch(/^30:1 field-unknown If this is text/);
  }, 20_000);

  it('finds fields that are written twice, in each set of fields', () => {
    const { found } = check('a: 1\nb:\n  a: 2\n  c: 3\n  a: 4\na: 5\n', z.unknown());
    expect(found).toEqual([
      '15:1 duplicate-field Keep one of the two.',
      '14:3 duplicate-field Keep one of the two.',
    ]);
  });

  it.each([
    ['brackets', `a: ${'['.repeat(20_000)}x${']'.repeat(20_000)}`, '10:104'],
    ['braces', `a: ${'{b: '.repeat(5000)}x${'}'.repeat(5000)}`, '10:404'],
    ['dashes', `a:\n${'- '.repeat(5000)}x`, '11:1'],
    ['indents', Array.from({ length: 5000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'), '110:101'],
  ])('refuses %s that are nested deeper than the parser can follow', (_, text, where) => {
    expect(check(text, z.unknown()).found).toEqual([
      `${where} nesting-too-deep Remove some of the brackets, dashes or indents.`,
    ]);
  });

  it('reads what is not deep, however long it is', () => {
    const text = `a: [${'[x], '.repeat(5000)}x]\nb: "${'['.repeat(90)}"\nc:\n${'  - - x\n'.repeat(2000)}`;
    expect(check(text, z.unknown()).found).toEqual([]);
  });

  it('shows the beginning of a long value that needs quotes', () => {
    const [found] = check(`a: @${'x'.repeat(5000)}`, z.unknown()).found;
    expect(found!.length).toBeLessThan(150);
  });
});
