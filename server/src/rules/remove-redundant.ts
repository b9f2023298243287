import { removeEntries } from '../policy/remove-entries.ts';
import type { Statement } from '../policy/statement.ts';
import type { Value } from '../policy/value.ts';
import { valueText } from '../policy/value-text.ts';
import { lazyFix } from './lazy-fix.ts';
import type { Fix } from './rule.ts';

/** Fixes that take an item that adds nothing out of its list, alone or with all others of which that is true. */
export function removeRedundant(
  { text }: Statement,
  list: Value | undefined,
  item: Value,
  redundant: readonly Value[],
): readonly Fix[] {
  if (list?.kind !== 'array') return [];
  const { items } = list;
  const without = (removed: ReadonlySet<Value>) => () => {
    const ranges = items.map(({ range }) => range);
    return removeEntries(text, ranges, (index) => removed.has(items[index] as Value));
  };
  const named = item.kind === 'string' || item.kind === 'scalar' ? `"${valueText(item)}"` : 'it';
  const one = lazyFix(
    { title: `Remove ${named}`, keepsAccess: true, isPreferred: true },
    without(new Set([item])),
  );
  if (redundant.length < 2) return [one];
  const title = `Remove all ${redundant.length} redundant entries`;
  return [one, lazyFix({ title, keepsAccess: true }, without(new Set(redundant)))];
}
