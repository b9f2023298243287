import { conditionWithout } from '../policy/condition-without.ts';
import { removeEntry } from '../policy/list-edit.ts';
import type { ActionString, Statement } from '../policy/statement.ts';
import type { KeySupport } from '../reasoning/key-support.ts';
import { firstNamed } from './first-named.ts';
import { moveActions } from './move-actions.ts';
import { removeActions } from './remove-actions.ts';
import type { Fix, StatementPlace } from './rule.ts';

/** One for each key, in the order written: a key that is tested twice is one mistake. */
export function byKey(found: readonly KeySupport[]): readonly KeySupport[] {
  const seen = new Set<string>();
  return found.filter(({ test }) => {
    const key = test.entry.key.text.toLowerCase();
    return seen.has(key) ? false : seen.add(key);
  });
}

/** What becomes of these actions: two sentences. */
export function unsupportedMessage(
  { test, whenAbsent }: KeySupport,
  actions: readonly ActionString[],
  { effect }: Statement,
): string {
  const isOne = actions.length === 1;
  const subject = `${firstNamed(actions.map(({ text }) => text))} never ${isOne ? 'sends' : 'send'}`;
  const done = effect === 'Deny' ? 'denied' : 'allowed';
  const consequence =
    whenAbsent === 'false'
      ? `So ${isOne ? 'it is' : 'they are'} never ${done} here`
      : `So the test is true for ${isOne ? 'it' : 'them'} whatever its values`;
  return `${subject} "${test.entry.key.text}". ${consequence}.`;
}

/** As `unsupportedMessage`, where it is all actions of the statement. */
export function unsupportedByAllMessage({ test, whenAbsent }: KeySupport, { effect }: Statement): string {
  const consequence =
    whenAbsent === 'false'
      ? `So the statement never ${effect === 'Deny' ? 'denies' : 'allows'} anything`
      : 'So the test is true whatever its values';
  return `No action of the statement sends "${test.entry.key.text}". ${consequence}.`;
}

/** A statement of their own without the key; or none. */
export function separateActions(
  statement: Statement,
  { test }: KeySupport,
  actions: readonly ActionString[],
  place: StatementPlace,
): readonly Fix[] {
  const names = firstNamed(actions.map(({ text }) => text));
  const key = test.entry.key.text;
  const condition = conditionWithout(statement, (other) => other.toLowerCase() === key.toLowerCase());
  const moved = moveActions(statement, place, actions, { Condition: condition });
  return [
    ...(moved
      ? [{ title: `Move ${names} to a statement without "${key}"`, keepsAccess: false, edits: moved }]
      : []),
    ...removeActions(statement, actions),
  ];
}

/** The statement without its tests of the key. */
export function removeKey(statement: Statement, { test }: KeySupport): readonly Fix[] {
  return removeTests(statement, test.entry.key.text);
}

/** The statement without the tests of a key, whatever their operator. */
export function removeTests(statement: Statement, key: string): readonly Fix[] {
  const member = statement.element('Condition');
  if (!member?.value) return [];
  const condition = conditionWithout(statement, (other) => other.toLowerCase() === key.toLowerCase());
  const edit =
    condition === undefined
      ? removeEntry(statement.object, member.range)
      : { range: member.value.range, newText: condition };
  return [{ title: `Remove the tests of "${key}"`, keepsAccess: false, edits: [edit] }];
}
