/** What names are sorted by first: letters without accents, so that É comes with E and not after Z. */
const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');

/** Compares two texts for sorting, in the same way on every machine. */
export function byLetters(a: string, b: string): number {
  const [first, second] = [bare(a), bare(b)];
  if (first !== second) return first < second ? -1 : 1;
  return a === b ? 0 : a < b ? -1 : 1;
}
