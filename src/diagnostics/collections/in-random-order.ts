import type { Generator } from './generator.ts';

/** Gives things in an order drawn by a generator (Fisher and Yates). The list itself stays as it is. */
export function inRandomOrder<T>(things: readonly T[], generator: Generator): T[] {
  const order = [...things];
  for (let last = order.length - 1; last > 0; last--) {
    const other = generator.below(last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}
