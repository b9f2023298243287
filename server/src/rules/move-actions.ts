import type { TextEdit } from '../base/text-edit.ts';
import { layoutOf, renderJson } from '../policy/layout.ts';
import { replaceItems } from '../policy/replace-items.ts';
import type { ActionString, Statement } from '../policy/statement.ts';
import { addStatementAfter } from '../policy/statement-edit.ts';
import type { StatementPlace } from './rule.ts';

/**
 * Take some strings of `Action` out of their statement and put a copy of it behind, in which they are the only ones and
 * the `changed` members have other JSON texts; `undefined` leaves a member out. The copy has no Sid. `written` brings
 * what is copied into the syntax of the fix.
 *
 * Undefined where no action would stay.
 */
export function moveActions(
  statement: Statement,
  place: StatementPlace,
  actions: readonly ActionString[],
  changed: Readonly<Record<string, string | undefined>>,
  written: (text: string) => string = (text) => text,
): readonly TextEdit[] | undefined {
  const removed = replaceItems(statement, 'Action', new Map(actions.map(({ value }) => [value, []])));
  return (
    removed && [
      ...removed,
      ...addStatementAfter(statement, place, copy(statement, actions, changed, written)),
    ]
  );
}

function copy(
  statement: Statement,
  actions: readonly ActionString[],
  changed: Readonly<Record<string, string | undefined>>,
  written: (text: string) => string,
): Readonly<Record<string, string>> {
  const texts = actions.map(({ value }) => written(JSON.stringify(value.text).slice(1, -1)));
  const moved = renderJson(texts.length === 1 ? (texts[0] as string) : texts, layoutOf(statement), 1);
  const members = statement.members.flatMap(({ key, value }): readonly [string, string][] => {
    if (key.text === 'Sid' || !value) return [];
    if (key.text === 'Action') return [['Action', moved]];
    if (Object.hasOwn(changed, key.text)) {
      const text = changed[key.text];
      return text === undefined ? [] : [[key.text, text]];
    }
    return [[key.text, written(statement.text.slice(value.range.start, value.range.end))]];
  });
  return Object.fromEntries(members);
}
