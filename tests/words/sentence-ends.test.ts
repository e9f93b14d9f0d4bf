import { describe, expect, it } from 'vitest';
import { firstSentence } from '../../src/words/sentence-ends.ts';

describe('the first sentence', () => {
  it.each([
    ['Rain falls. Rivers rise.', 'Rain falls.'],
    ['It fell on us. We ran.', 'It fell on us.'],
    ['He asked “Why? Who?” and left. Nobody said.', 'He asked “Why? Who?” and left.'],
    ['Told by Dr. Grey and J. Smith. They agree.', 'Told by Dr. Grey and J. Smith.'],
    ['Es regnet, vgl. „Regen“. Dann nicht.', 'Es regnet, vgl. „Regen“.'],
    ['A *very. Slow* walk. Then a run.', 'A *very. Slow* walk.'],
    ['Water [is. Here](a.md) found. And there.', 'Water [is. Here](a.md) found.'],
    ['One sentence only', 'One sentence only'],
    ['It costs 3.50 euros. Cheap.', 'It costs 3.50 euros.'],
  ])('of %j is %j', (text, first) => {
    expect(firstSentence(text)).toBe(first);
  });
});
