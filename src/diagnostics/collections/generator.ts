/**
 * Pseudorandom numbers that never change: SplitMix64 (Steele, Lea and Flood, “Fast splittable pseudorandom
 * number generators”, 2014), started from the 64-bit FNV-1a hash of the seed's UTF-8 bytes. It is written out here and
 * must never change: forms that were printed years ago are made again from their seed.
 */
export interface Generator {
  /** A whole number from 0 to just below the bound, all equally likely. */
  below(bound: number): number;
}

const MASK = (1n << 64n) - 1n;

export function createGenerator(seed: string): Generator {
  let state = fnv1a(seed);
  const next = (): bigint => {
    state = (state + 0x9e3779b97f4a7c15n) & MASK;
    let mixed = state;
    mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
    mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & MASK;
    return mixed ^ (mixed >> 31n);
  };
  return {
    below(bound) {
      const size = BigInt(bound);
      // Draws beyond the last whole multiple of the bound would favour small numbers.
      const limit = (1n << 64n) - ((1n << 64n) % size);
      for (;;) {
        const drawn = next();
        if (drawn < limit) return Number(drawn % size);
      }
    },
  };
}

/** FNV-1a, 64 bits. */
function fnv1a(text: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & MASK;
  return hash;
}
