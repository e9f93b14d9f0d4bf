/**
 * The value that a table has for a name that an author wrote; undefined if it has none. `table[name]` would also find what
 * every object inherits, such as `constructor`, `toString` and `__proto__`.
 */
export const ownValue = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
