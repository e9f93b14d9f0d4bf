/** Adds items to the end of a list. `list.push(...more)` would overflow the stack for very many of them. */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const item of more) list.push(item);
}
