/** The largest of some numbers, of any length: `Math.max(...numbers)` fails for a list as long as a book. */
export function largest(numbers: Iterable<number>, least = -Infinity): number {
  let found = least;
  for (const number of numbers) found = Math.max(found, number);
  return found;
}
