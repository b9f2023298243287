/**
 * A function of one object whose result is computed once per object and forgotten with it.
 *
 * Only for pure functions: the memory is then invisible, and an edit elsewhere in a document costs nothing. Of two
 * objects take the one that lives longer first, `memoized((catalogue) => memoized((statement) => …))`: every inner
 * function leaves a result with its object.
 */
export function memoized<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  return (key) => {
    const known = Results.of(key);
    for (let i = 0; i < known.length; i += 2) if (known[i] === compute) return known[i + 1] as V;
    const result = compute(key);
    known.push(compute, result);
    if (known.length > MOST_RESULTS * 2) known.splice(0, 2);
    return result;
  };
}

/**
 * A function of one object that remembers its last result only: for what many ask about one object after the other, and
 * nobody later. What `memoized` keeps of every statement would be most of the memory.
 */
export function memoizedLast<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  let last: { readonly key: K; readonly result: V } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, result: compute(key) };
    return last.result;
  };
}

/** Of one object; far more than there are such functions. Without it one wrong order of two objects would fill the memory. */
const MOST_RESULTS = 200;

/** A constructor that makes nothing: what derives from it adds its private fields to the object itself. */
class Given {
  constructor(object: object) {
    // biome-ignore lint/correctness/noConstructorReturn: that is what it is for.
    return object;
  }
}

/**
 * Functions, each followed by its result, in a private field of any object: nobody else can see it.
 *
 * A weak table does the same, but its lookups take twice as long, and all that it holds lives until the next collection
 * of the whole heap, however short-lived the object is.
 */
class Results extends Given {
  readonly #known: unknown[] = [];

  static of(key: object): unknown[] {
    if (!(#known in key)) new Results(key);
    return (key as Results).#known;
  }
}
