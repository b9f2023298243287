import { ownCopy } from './own-copy.ts';

/**
 * A function of a text whose results are kept, up to `most` of them, for whoever asks again. Only for pure functions;
 * no more is remembered of a text than the text itself and its result.
 */
export function recent<V>(most: number, compute: (text: string) => V): (text: string) => V {
  const known = new Map<string, V>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = compute(text);
    if (text.length > LONGEST) return result;
    if (known.size >= most) known.clear();
    known.set(ownCopy(text), result);
    return result;
  };
}

/** Nobody asks for longer texts a second time. */
const LONGEST = 200;
