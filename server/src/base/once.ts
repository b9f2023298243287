/** A test that looks at each key once. Not `memoized`, which would keep the result with the key. */
export function once<K>(test: (key: K) => boolean): (key: K) => boolean {
  const known = new Map<K, boolean>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const now = test(key);
    known.set(key, now);
    return now;
  };
}
