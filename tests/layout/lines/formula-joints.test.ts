import { describe, expect, it } from 'vitest';
import { staysInFormula } from '../../../src/layout/lines/formula-joints.ts';

/** A text as it may be divided into lines: what stays together is joined with a tilde. */
function joined(text: string): string {
  const words = text.split(' ');
  return words
    .map((word, index) =>
      index === 0 ? word : `${staysInFormula(words[index - 1]!, word, words[index - 2]) ? '~' : ' '}${word}`,
    )
    .join('');
}

describe('staysInFormula', () => {
  it.each([
    'R~=~V~÷~I, measured in ohms',
    'ρ~=~m~÷~V, measured in g/cm³',
    // A longer side may end a line before its equals sign.
    'Q~=~0.25~A~×~120~s =~30~C',
    'A current of 0.25~A flows for 2~min in 120~s. Then',
    'from 250~cm³ to 310~cm3, at 1.00~g/cm³',
    'It is 20~°C, or 293~K.',
    'In 1854 Britain and France declare war',
    'The volume is 60 pages and a map',
    'charge in coulombs = current in amperes',
    '250~mm =~a quarter',
  ])('%s', (text) => {
    expect(joined(text.replaceAll('~', ' '))).toBe(text);
  });
});
