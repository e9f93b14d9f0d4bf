import { describe, expect, it } from 'vitest';
import { countInWords } from '../../src/diagnostics/count-in-words.ts';

describe('a number with its noun', () => {
  it.each([
    [0, '0 items'],
    [1, '1 item'],
    [2, '2 items'],
    [21, '21 items'],
  ])('%i is “%s”', (count, words) => expect(countInWords(count, 'item')).toBe(words));
});
