/** The largest of some numbers, of any length: `Math.max(...numbers)` fails for a list as long as a book. */
export function largest(numbers: Iterable<number>, initial = -Infinity): number {
  let found = initial;
  for (const number of numbers) found = Math.max(found, number);
  return found;
}
