/** Makes something once for each pair of objects, and keeps it as long as both are in use. */
export function perPair<A extends object, B extends object, T>(make: () => T): (a: A, b: B) => T {
  const made = new WeakMap<A, WeakMap<B, T>>();
  return (a, b) => {
    let ofFirst = made.get(a);
    if (!ofFirst) {
      ofFirst = new WeakMap();
      made.set(a, ofFirst);
    }
    const known = ofFirst.get(b);
    if (known !== undefined) return known;
    const value = make();
    ofFirst.set(b, value);
    return value;
  };
}
