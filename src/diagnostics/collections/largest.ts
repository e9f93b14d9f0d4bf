/** The largest of some numbers and `initial`. `Math.max(...numbers)` would overflow the stack for very many of them. */
export function largest(numbers: Iterable<number>, initial = -Infinity): number {
  let found = initial;
  for (const number of numbers) found = Math.max(found, number);
  return found;
}
