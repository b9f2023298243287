import { replaceList } from '../policy/replace-list.ts';
import type { Statement } from '../policy/statement.ts';
import type { Fix } from './rule.ts';

/** `Action` in the place of `NotAction`, with a name to fill in. */
export function nameActions(statement: Statement): readonly Fix[] {
  const key = statement.element('NotAction')?.key.range;
  const list = replaceList(statement, 'NotAction', ['${1:ec2}:${2:*}']);
  if (!key || !list) return [];
  const edits = [{ range: key, newText: '"Action"' }, list];
  return [{ title: 'Name the actions that are meant', keepsAccess: false, isSnippet: true, edits }];
}
