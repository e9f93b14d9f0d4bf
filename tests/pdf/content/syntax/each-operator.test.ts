import { assert, constantFrom, double, integer, oneof, property, stringMatching } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachOperator } from '../../../../src/pdf/content/syntax/each-operator.ts';
import type { Operand } from '../../../../src/pdf/content/syntax/operand.ts';

function operationsOf(content: string): [operator: string, ...operands: Operand[]][] {
  const found: [string, ...Operand[]][] = [];
  eachOperator(Buffer.from(content, 'latin1'), (operator, operands) => found.push([operator, ...operands]));
  return found;
}

describe('a content stream', () => {
  it('has the numbers that are written, to the last digit', () => {
    const written = oneof(
      integer().map(String),
      double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).map((value) => value.toFixed(6)),
      stringMatching(/^[+-]?\d{0,18}\.\d{1,18}$/),
      stringMatching(/^[+-]?\d{1,20}\.?$/),
      constantFrom('-0', '-0.0', '-.5', '+7.', '00012', '0.1', '123456789012345.6'),
    );
    assert(
      property(written, (number) => {
        expect(operationsOf(`${number} w`)).toEqual([['w', Number.parseFloat(number) || 0]]);
      }),
    );
  });

  it.each<[string, Operand[]]>([
    ['1.2.3', [1.2]],
    ['--5', [-5]],
    ['5-3', [5]],
    ['1e5', [100_000]],
    ['true false null', [true, false, null]],
    ['<48 6g5 7>', ['Hep']],
    ['/A#42 /B#zz', [{ name: 'AB' }, { name: 'B#zz' }]],
    [`/${'long'.repeat(20)}`, [{ name: 'long'.repeat(20) }]],
    ['- . + trues f*', []],
  ])('is read as well as it goes: %s', (written, operands) => {
    expect(operationsOf(`${written} X`).at(-1)).toEqual(['X', ...operands]);
  });

  it('tells words apart that look alike to a table of words', () => {
    const names = Array.from({ length: 5000 }, (_, index) => `N${index.toString(36)}`);
    const read = operationsOf(names.map((name) => `/${name} gs`).join(' '));
    expect(read.map(([, operand]) => (operand as { name: string }).name)).toEqual(names);
  });
});
