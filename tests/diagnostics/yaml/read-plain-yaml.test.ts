import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createReport } from '../../../src/diagnostics/report.ts';
import { checkYaml } from '../../../src/diagnostics/yaml/check-yaml.ts';
import { readPlainYaml } from '../../../src/diagnostics/yaml/read-plain-yaml.ts';
import { editedYaml } from './edited-yaml.ts';

describe('plain YAML', () => {
  it.each([
    'a: x\na: y',
    'list:\n  - a: x\n    a: y',
    'set: { a: x, a: y }',
    'set: {"a": "x", "a": "y"}',
    'a: &x y',
    'a: *x',
    'a: !!js x',
    `a: ${'['.repeat(11)}${']'.repeat(11)}`,
    `a:\n${' '.repeat(41)}b: c`,
    'constructor: x\nconstructor: y',
  ])('leaves what is wrong or deep to the parser that says so: %j', (text) =>
    expect(readPlainYaml(text)).toBeUndefined(),
  );
});

/** What the parser of all of YAML makes of a text; undefined if it finds anything. */
function readByLibrary(text: string): unknown {
  const report = createReport();
  const checked = checkYaml({ text, at: { file: 'a.md', line: 1, column: 1 } }, z.any(), report);
  return report.diagnostics.length > 0 ? undefined : checked?.value;
}

const word = fc.constantFrom('yes', '22', '3.5', 'a b', 'x-ray', '2024-05-06');
const quoted = fc
  .oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constant('~~~\n"\\ \u00A0é'))
  .map((text) => JSON.stringify(text));
const inline = fc.oneof(
  word,
  quoted,
  fc.array(quoted, { maxLength: 3 }).map((items) => `[${items.join(',')}]`),
  fc.tuple(word, quoted).map(([a, b]) => `{ lines: ${a}, text: [ ${b}, ${a} ] }`),
  fc.tuple(fc.nat(9), quoted).map(([a, b]) => `{"lines":${a},"text":${b},"rest":false}`),
);
const fields = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b-c', 'label', 'text'), inline), {
    selector: ([key]) => key,
    minLength: 1,
  })
  .map((found) => found.map(([key, value]) => `${key}: ${value}`));
const list = fc.array(
  fc.oneof(
    inline.map((value) => [`- ${value}`]),
    fc.tuple(inline, inline).map(([a, b]) => [`- - ${a}`, `  - ${b}`]),
    fields.map((lines) => lines.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`))),
  ),
  { minLength: 1, maxLength: 3 },
);
const fence = fc.tuple(fields, list, fc.nat(4)).map(([first, items, by]) => {
  const below = items.flat().map((line) => `${' '.repeat(by)}${line}`);
  return `${[...first, 'entries:', ...below].join('\n')}\n`;
});

describe('YAML as templates write it', () => {
  it('is read as the library reads it', () => {
    fc.assert(
      fc.property(fence, (text) => {
        const plain = readPlainYaml(text);
        if (!/\\ud[89a-f]/.test(text)) expect(plain).toBeDefined();
        if (plain !== undefined) expect(plain).toEqual(readByLibrary(text));
      }),
      { numRuns: 300 },
    );
  });

  it('is left to the library if anything else is in it', () => {
    fc.assert(
      fc.property(editedYaml(fence), (text) => {
        const plain = readPlainYaml(text);
        if (plain !== undefined) expect(plain).toEqual(readByLibrary(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('is left to the library if it is nested too deep', () => {
    expect(readPlainYaml(`a: ${'['.repeat(100_000)}`)).toBeUndefined();
    const lines = Array.from({ length: 5000 }, (_, depth) => `${' '.repeat(depth)}a:`);
    expect(readPlainYaml(lines.join('\n'))).toBeUndefined();
  });
});
