/** Puts a list of any length at the end of another: `list.push(...more)` fails for one as long as a book. */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const item of more) list.push(item);
}
