/**
 * A function of one object whose result is computed once per object and forgotten with it.
 *
 * Only for pure functions: the memory is then invisible, and an edit elsewhere in a document costs nothing. Of two
 * objects take the one that lives longer first, `memoized((catalogue) => memoized((statement) => …))`: every inner
 * function leaves a result with its object.
 */
export function memoized<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  return (key) => {
    const known = resultsOf(key);
    for (let i = 0; i < known.length; i += 2) if (known[i] === compute) return known[i + 1] as V;
    const result = compute(key);
    known.push(compute, result);
    if (known.length > MOST_RESULTS * 2) known.splice(0, 2);
    return result;
  };
}

/** Functions, each followed by its result for the key. One weak table for all: a table each takes several times as long. */
const results = new WeakMap<object, unknown[]>();

/** Of one object; far more than there are such functions. Without it one wrong order of two objects would fill the memory. */
const MOST_RESULTS = 200;

function resultsOf(key: object): unknown[] {
  let known = results.get(key);
  if (!known) {
    known = [];
    results.set(key, known);
  }
  return known;
}
