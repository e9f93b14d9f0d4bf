import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shuffled } from '../../src/assessment/papers/shuffled.ts';
import { createGenerator } from '../../src/diagnostics/collections/generator.ts';

const NUMBERS = [994, 72, 806, 601, 366, 872, 43, 566];

describe('the generator', () => {
  it('gives these numbers for ever', () => {
    // Worked out apart from the program, from the two published algorithms: FNV-1a of “studypack”, then SplitMix64.
    const generator = createGenerator('studypack');
    expect(Array.from({ length: 8 }, () => generator.below(1000))).toEqual(NUMBERS);
  });

  it('stays below its bound and comes to all of it', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 12 }), (seed, bound) => {
        const generator = createGenerator(seed);
        const drawn = Array.from({ length: 400 }, () => generator.below(bound));
        expect(new Set(drawn)).toEqual(new Set(Array.from({ length: bound }, (_, index) => index)));
      }),
      { numRuns: 40 },
    );
  });
});

describe('shuffled', () => {
  it('keeps all, and leaves what is pinned', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 12 }), fc.string(), (pinned, seed) => {
        const order = shuffled(pinned, createGenerator(seed));
        expect([...order].sort((a, b) => a - b)).toEqual(pinned.map((_, index) => index));
        for (const [index, isPinned] of pinned.entries()) if (isPinned) expect(order[index]).toBe(index);
      }),
    );
  });
});
