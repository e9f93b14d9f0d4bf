import { describe, expect, it } from 'vitest';
import { readColour } from '../../../src/pages/pictures/svg/style/svg-colour.ts';

const nested = (count: number) => `${'var(--a, '.repeat(count)}#fff${')'.repeat(count)}`;

describe('a colour of an SVG', () => {
  it('may be the fallback of a fallback', () => expect(readColour(nested(3))).toBe(1));

  it('is none if fallbacks are nested thousands deep', () => {
    const before = performance.now();
    expect(readColour(nested(20_000))).toBeUndefined();
    expect(performance.now() - before).toBeLessThan(1000);
  });
});
