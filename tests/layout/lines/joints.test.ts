import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jointsOf, lastJointsOf } from '../../../src/layout/lines/joints.ts';

const parts = (token: string, offsets: readonly number[]): string[] =>
  [0, ...offsets].map((from, index) => token.slice(from, offsets[index]));

describe('jointsOf', () => {
  it('breaks addresses, paths and names of files after their joints', () => {
    const at = (token: string) => parts(token, jointsOf(token));
    expect(at('https://school.example/a-plan?week=3')).toEqual([
      'https://',
      'school.',
      'example/a-',
      'plan?',
      'week=3',
    ]);
    expect(at('office@school.example')).toEqual(['office@', 'school.', 'example']);
    expect(at('Spelling/Punctuation/Handwriting')).toEqual(['Spelling/', 'Punctuation/', 'Handwriting']);
    expect(at('C:\\Users\\rhian')).toEqual(['C:\\', 'Users\\', 'rhian']);
    expect(at('final_version_two.docx')).toEqual(['final_', 'version_', 'two.', 'docx']);
  });

  it('leaves numbers, dates, abbreviations and short parts whole', () => {
    for (const token of ['3.14159', '2026-11-28', '12/14', 'e.g.', 'U.S.A.', 'A/B/C', 'T-shirt', '…', '---'])
      expect(jointsOf(token), token).toEqual([]);
  });
});

describe('lastJointsOf', () => {
  it('breaks camel case, dates and single letters', () => {
    const at = (token: string) => parts(token, lastJointsOf(token));
    expect(at('getElementById')).toEqual(['get', 'Element', 'By', 'Id']);
    expect(at('2026-11-28')).toEqual(['2026-', '11-', '28']);
    expect(at('A/B/C')).toEqual(['A/', 'B/', 'C']);
    expect(at('Handwriting')).toEqual(['Handwriting']);
  });
});

describe('the joints of any token', () => {
  it('divide it into parts that are not empty, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aB3/-_.@:?é') }), (token) => {
        for (const offsets of [jointsOf(token), lastJointsOf(token)]) {
          expect(parts(token, offsets).join('')).toBe(token);
          if (token !== '') expect(parts(token, offsets)).not.toContain('');
        }
      }),
    );
  });
});
