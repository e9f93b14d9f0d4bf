import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createReport } from '../../../src/diagnostics/report.ts';
import { checkYaml } from '../../../src/diagnostics/yaml/check-yaml.ts';
import { checkByLibrary } from '../../../src/diagnostics/yaml/library/check-by-library.ts';
import { readFlatYaml } from '../../../src/diagnostics/yaml/read-flat-yaml.ts';
import { editedYaml } from './edited-yaml.ts';

/** What one of the two ways makes of a text: values, places and all that is reported. */
function outcome(check: typeof checkYaml, text: string) {
  const report = createReport();
  const checked = check({ text, at: { file: 'a.md', line: 7, column: 3 } }, z.any(), report);
  return { checked, found: report.diagnostics };
}

const plain = fc.constantFrom(
  'yes',
  '22',
  '3.5',
  'a b',
  'x-ray',
  'Ruth’s, or “not”',
  'a:b',
  'C#',
  '(1) one & two',
);
const quoted = fc.constantFrom('"a: b"', "'c # d'", '""', "'“'");
const inside = fc.array(fc.constantFrom('guilt', 'a b', '22', 'x_y'), { minLength: 1, maxLength: 3 });
const field = fc.oneof(
  fc.oneof(plain, quoted).map((value) => ` ${value}`),
  inside.map((items) => ` [${items.join(', ')}]`),
  fc
    .tuple(fc.nat(3), fc.array(fc.oneof(plain, quoted), { minLength: 1, maxLength: 3 }))
    .map(([indent, items]) => items.map((item) => `\n${' '.repeat(indent)}- ${item}`).join('')),
);
const fields = fc
  .uniqueArray(
    fc.tuple(fc.constantFrom('a', 'b-c', 'label', 'text'), field, fc.constantFrom('\n', '\n\n', '  \n')),
    {
      selector: ([key]) => key,
      minLength: 1,
    },
  )
  .map((found) => found.map(([key, value, end]) => `${key}:${value}${end}`).join(''));

describe('fields on a line each', () => {
  it('are read as the library reads them, each value at its place', () => {
    fc.assert(
      fc.property(fields, (text) => {
        expect(readFlatYaml(text), text).toBeDefined();
        expect(outcome(checkYaml, text)).toEqual(outcome(checkByLibrary, text));
      }),
      { numRuns: 300 },
    );
  });

  it('are left to the library if anything else is in them', () => {
    fc.assert(
      fc.property(editedYaml(fields), (text) => {
        if (readFlatYaml(text)) expect(outcome(checkYaml, text)).toEqual(outcome(checkByLibrary, text));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    'a: x\na: y',
    'a:\nb: c',
    'a: b\n  c',
    'a: [b, [c]]',
    'a: {b: c}',
    'a:\n  b: c',
    '- a',
    'a: &b c',
    '',
  ])('leave what is more than that, or wrong: %j', (text) => expect(readFlatYaml(text)).toBeUndefined());
});
