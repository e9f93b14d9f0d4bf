/** How many of the words of two texts are in both, from 0 to 1. */
export function likeness(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of words) if (others.has(word)) shared++;
  return shared / Math.max(1, words.size + others.size - shared);
}

/** The words of a text, in small letters. */
export const distinctWords = (text: string): Set<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
