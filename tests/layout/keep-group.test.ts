import { describe, expect, it } from 'vitest';
import { keepGroup } from '../../src/strips/keep-group.ts';
import { strip } from '../../src/strips/strip.ts';
import { nowhere } from '../support.ts';

/** Lines ten points high, on a page a hundred points high; 1 where a line is kept with the next. */
const kept = (count: number, stretch = 0) =>
  keepGroup(
    Array.from({ length: count }, (_, index) =>
      strip(nowhere, 10, [], index === count - 1 ? { stretch } : {}),
    ),
    100,
  )
    .map((one) => (one.keep.next ? 1 : 0))
    .join('');

describe('keepGroup', () => {
  it('keeps a group together', () => expect(kept(4)).toBe('1110'));

  it('keeps only the beginning and the end of one that fills half a page', () =>
    expect(kept(8)).toBe('10000110'));

  it('keeps a question with the room for its answer up to three fifths of a page, and its beginning always', () => {
    expect(kept(6, 1)).toBe('111110');
    expect(kept(8, 1)).toBe('10000110');
  });
});
