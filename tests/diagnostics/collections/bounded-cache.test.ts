import { expect, it } from 'vitest';
import { createBoundedCache } from '../../../src/diagnostics/collections/bounded-cache.ts';

const filled = (limit: number, keys: string) => {
  const cache = createBoundedCache<{ key: string }>(limit);
  for (const key of keys) cache.set(key, { key });
  return cache;
};

it('keeps what was made last, and forgets the rest', () => {
  const cache = filled(3, 'abcdefgh');
  expect([...'hgfcba'].filter((key) => cache.get(key)?.key === key).join('')).toBe('hgf');
});

it('keeps what is asked for', () => {
  const cache = filled(3, 'abc');
  for (const key of 'defghijkl') {
    cache.set(key, { key });
    expect(cache.get('a')).toEqual({ key: 'a' });
  }
  expect(cache.get('b')).toBeUndefined();
});

it('counts what values weigh', () => {
  const cache = createBoundedCache<{ key: string }>(6, (key) => key.length);
  for (const key of ['aaa', 'bb', 'c', 'ddd']) cache.set(key, { key });
  // The first three fill it; the same value again takes nothing more.
  cache.set('ddd', { key: 'ddd' });
  for (const key of ['eee', 'f']) cache.set(key, { key });
  expect(['f', 'eee', 'ddd', 'c', 'bb', 'aaa'].filter((key) => cache.get(key)).join(' ')).toBe('f eee ddd');
});
