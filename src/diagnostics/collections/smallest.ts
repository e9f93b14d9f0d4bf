/** The smallest of some numbers, of any length: `Math.min(...numbers)` fails for a list as long as a book. */
export function smallest(numbers: Iterable<number>, initial = Infinity): number {
  let found = initial;
  for (const number of numbers) found = Math.min(found, number);
  return found;
}
