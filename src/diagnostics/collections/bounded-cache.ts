/** What was made for a key and may be needed again. It forgets what was not asked for lately. */
export interface BoundedCache<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

/** @param limit it holds up to twice as many values: the latest, and those that were asked for among the ones before */
export function createBoundedCache<T extends object>(limit: number): BoundedCache<T> {
  let latest = new Map<string, T>();
  let before = new Map<string, T>();
  const set = (key: string, value: T): void => {
    if (latest.size >= limit) {
      before = latest;
      latest = new Map();
    }
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
