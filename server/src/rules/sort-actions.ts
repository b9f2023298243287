import { reorderList } from '../policy/reorder-list.ts';
import type { Statement } from '../policy/statement.ts';
import { type ArrayValue, strings } from '../policy/value.ts';
import type { Fix } from './rule.ts';

/** Order the actions of a statement by service, then by name, each written once. Empty where they are in order. */
export function sortActions(statement: Statement): readonly Fix[] {
  if (statement.isBroken) return [];
  const edits = statement.members.flatMap(({ key, value }) =>
    (key.text === 'Action' || key.text === 'NotAction') && value?.kind === 'array'
      ? sortedList(statement.text, value)
      : [],
  );
  return edits.length > 0 ? [{ title: 'Sort and group actions', keepsAccess: true, edits }] : [];
}

function sortedList(text: string, list: ArrayValue): Fix['edits'] {
  const items = strings(list);
  if (items.length < list.items.length) return [];
  const places = new Map<string, [number, ...number[]]>();
  for (const [index, { text: action }] of items.entries()) {
    const known = places.get(action);
    if (known) known.push(index);
    else places.set(action, [index]);
  }
  const sorted = [...places].sort(([a], [b]) => compareActions(a, b));
  return reorderList(
    text,
    list,
    sorted.map(([, indices]) => indices),
  );
}

/** Order of two actions. IAM matches without regard to case; a wildcard stands before the names it matches. */
export function compareActions(a: string, b: string): number {
  const [service, name] = split(a);
  const [otherService, otherName] = split(b);
  return byCodeUnit(service, otherService) || byCodeUnit(name, otherName) || byCodeUnit(a, b);
}

function split(action: string): readonly [service: string, name: string] {
  const [service = '', ...name] = action.toLowerCase().split(':');
  return [service, name.join(':')];
}

const byCodeUnit = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
