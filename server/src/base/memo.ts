/**
 * A function of one object whose result is computed once per object and forgotten with it.
 *
 * Only for pure functions: the memory is then invisible, and an edit elsewhere in a document costs nothing.
 */
export function memoized<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    let entry = known.get(key);
    if (!entry) {
      entry = { value: compute(key) };
      known.set(key, entry);
    }
    return entry.value;
  };
}
