import type { Generator } from '../../diagnostics/collections/generator.ts';

/**
 * Shuffles the places of a list (Fisher and Yates); pinned ones keep theirs.
 * @returns for each new place the old one
 */
export function shuffled(pinned: readonly boolean[], generator: Generator): number[] {
  const order = pinned.map((_, index) => index);
  const free = order.filter((index) => !pinned[index]);
  for (let last = free.length - 1; last > 0; last--) {
    const other = generator.below(last + 1);
    const a = free[last]!;
    const b = free[other]!;
    [order[a], order[b]] = [order[b]!, order[a]!];
  }
  return order;
}
