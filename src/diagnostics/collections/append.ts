/** Adds items to the end of a list. `list.push(...more)` would overflow the stack for very many of them. */
export function append<T>(list: T[], more: readonly T[]): void {
  for (let index = 0; index < more.length; index++) list.push(more[index]!);
}
