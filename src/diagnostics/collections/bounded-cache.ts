/** What was made for a key and may be needed again. It forgets what was not asked for lately. */
export interface BoundedCache<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

/**
 * @param limit it holds up to twice as much: the latest values, and those that were asked for among the ones before
 * @param weigh how much of the limit a value takes, by its key: 1 by default
 */
export function createBoundedCache<T extends object>(
  limit: number,
  weigh: (key: string) => number = () => 1,
): BoundedCache<T> {
  let latest = new Map<string, T>();
  let before = new Map<string, T>();
  let weight = 0;
  const set = (key: string, value: T): void => {
    if (weight >= limit) {
      before = latest;
      latest = new Map();
      weight = 0;
    }
    if (!latest.has(key)) weight += weigh(key);
    latest.set(key, value);
  };
  return {
    get(key) {
      const found = latest.get(key);
      if (found) return found;
      const older = before.get(key);
      if (older) set(key, older);
      return older;
    },
    set,
  };
}
