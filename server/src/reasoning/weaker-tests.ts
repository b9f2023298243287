import type { CanonicalTest } from './canonical-statement.ts';

/**
 * Whether every request that passes all tests of `inner` passes those of `outer`: each of these is also one of `inner`,
 * with the same values, or with more of them, or fewer for a negated operator, or with `IfExists`. A proof if true.
 */
export function areWeaker(outer: readonly CanonicalTest[], inner: readonly CanonicalTest[]): boolean {
  return outer.every((test) => inner.some((other) => isWeaker(test, other)));
}

function isWeaker(outer: CanonicalTest, inner: CanonicalTest): boolean {
  const [a, b] = [outer.operator, inner.operator];
  if (outer.key !== inner.key || a.operator !== b.operator || a.setOperator !== b.setOperator) return false;
  if (b.ifExists && !a.ifExists) return false;
  return a.operator.isNegated ? isSubset(outer.values, inner.values) : isSubset(inner.values, outer.values);
}

function isSubset(part: readonly string[], whole: readonly string[]): boolean {
  return part.every((text) => whole.includes(text));
}
