/** Numbers that look random and are the same in every run: one generator per `seed`. */
export function randomNumbers(seed) {
  let state = seed >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const below = (limit) => Math.floor(next() * limit);
  return {
    /** An integer from 0 to `limit` - 1. */
    below,
    pick: (list) => list[below(list.length)],
    /** `count` different items, in their order; all of them if there are fewer. */
    some(list, count) {
      const chosen = new Set();
      while (chosen.size < Math.min(count, list.length)) chosen.add(below(list.length));
      return [...chosen].sort((a, b) => a - b).map((index) => list[index]);
    },
  };
}
