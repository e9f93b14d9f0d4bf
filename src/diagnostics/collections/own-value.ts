/**
 * What a table has for a name that somebody wrote; undefined if it has nothing. Brackets alone would also find what every
 * object inherits: `constructor`, `toString` and `__proto__` are names like any other.
 */
export const ownValue = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
