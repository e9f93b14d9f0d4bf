/** The smallest of some numbers and `initial`. `Math.min(...numbers)` would overflow the stack for very many of them. */
export function smallest(numbers: Iterable<number>, initial = Infinity): number {
  let found = initial;
  for (const number of numbers) found = Math.min(found, number);
  return found;
}
