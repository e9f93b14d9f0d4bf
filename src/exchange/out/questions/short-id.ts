import { createHash } from 'node:crypto';

/** How much of a hash tells shortened ids apart. */
const HASH_LETTERS = 8;

/** An id that is no longer than a format allows: a longer one ends in a hash of the whole. */
export function shortId(id: string, most: number): string {
  if (id.length <= most) return id;
  const hash = createHash('sha256').update(id).digest('hex').slice(0, HASH_LETTERS);
  return `${id.slice(0, most - HASH_LETTERS - 1)}-${hash}`;
}
