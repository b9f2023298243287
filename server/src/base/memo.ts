/**
 * A function of one object whose result is computed once per object and forgotten with it.
 *
 * Only for pure functions: the memory is then invisible, and an edit elsewhere in a document costs nothing.
 */
export function memoized<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  return (key) => {
    const known = resultsOf(key);
    for (let i = 0; i < known.length; i += 2) if (known[i] === compute) return known[i + 1] as V;
    const result = compute(key);
    known.push(compute, result);
    return result;
  };
}

/** Functions, each followed by its result for the key. One weak table for all: a table each takes four times as long. */
const results = new WeakMap<object, unknown[]>();

function resultsOf(key: object): unknown[] {
  let known = results.get(key);
  if (!known) {
    known = [];
    results.set(key, known);
  }
  return known;
}
