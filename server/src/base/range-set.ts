import { intersects, type TextRange } from './text-range.ts';

/** Ranges that do not touch each other; finding a place takes logarithmic time. */
export interface RangeSet {
  isFree(range: TextRange): boolean;
  /** The range must be free. */
  add(range: TextRange): void;
}

export function rangeSet(): RangeSet {
  const taken: TextRange[] = [];
  const indexOf = ({ start }: TextRange): number => {
    let low = 0;
    let high = taken.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((taken[middle] as TextRange).start < start) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    isFree(range) {
      const index = indexOf(range);
      return [taken[index - 1], taken[index]].every((other) => !other || !intersects(other, range));
    },
    add: (range) => void taken.splice(indexOf(range), 0, range),
  };
}
