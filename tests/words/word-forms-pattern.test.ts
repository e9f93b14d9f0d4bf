import { describe, expect, it } from 'vitest';
import { saysMore, wordFormsPattern } from '../../src/words/word-forms-pattern.ts';

describe('wordFormsPattern', () => {
  it('finds a word, its forms and its parts across hyphens, but not within words', () => {
    expect('A carer, two carers, a scarer'.match(wordFormsPattern('carer'))).toEqual(['carer', 'carers']);
    expect('run-off or run off'.match(wordFormsPattern('run-off'))).toEqual(['run-off', 'run off']);
  });
});

describe('saysMore', () => {
  it.each([
    ['croissant', 'croissant'],
    ['A taxi.', 'taxi'],
    ['the Sandwiches', 'sandwich'],
    ['der Bus', 'Bus'],
  ])('is not so of “%s” for “%s”', (meaning, word) => expect(saysMore(meaning, word)).toBe(false));

  it.each([
    ['tea', 'thé'],
    ['croissant, a crescent-shaped pastry', 'croissant'],
    ['boiling point of water', 'boiling'],
    ['is', 'ist'],
  ])('is so of “%s” for “%s”', (meaning, word) => expect(saysMore(meaning, word)).toBe(true));
});
