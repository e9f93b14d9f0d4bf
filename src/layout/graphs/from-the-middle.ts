/** A line between two things, by their places in a list. */
interface Link {
  readonly from: number;
  readonly to: number;
}

/**
 * Turns lines without arrows so that they lead away from what has most of them: it is in the first row, what it has to do with
 * is below it, and few lines are longer than from one row to the next.
 * @param count how many things there are
 */
export function fromTheMiddle<T extends Link>(count: number, links: readonly T[]): T[] {
  const beside = Array.from({ length: count }, (): number[] => []);
  for (const { from, to } of links) {
    beside[from]!.push(to);
    beside[to]!.push(from);
  }
  const order: number[] = [];
  const met = new Set<number>();
  // Each part that nothing joins to the others has a middle of its own.
  const byLinks = beside
    .map((_, index) => index)
    .sort((a, b) => beside[b]!.length - beside[a]!.length || a - b);
  for (const middle of byLinks) {
    if (met.has(middle)) continue;
    met.add(middle);
    const queue = [middle];
    for (const one of queue) {
      order.push(one);
      for (const other of beside[one]!)
        if (!met.has(other)) {
          met.add(other);
          queue.push(other);
        }
    }
  }
  const placeOf = new Map(order.map((one, place) => [one, place]));
  return links.map((link) =>
    placeOf.get(link.from)! <= placeOf.get(link.to)! ? link : { ...link, from: link.to, to: link.from },
  );
}
