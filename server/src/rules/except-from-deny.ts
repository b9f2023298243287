import { shifted } from '../base/text-range.ts';
import type { PlacedStatement } from '../policy/policy-document.ts';
import { statementTitle } from '../policy/statement-title.ts';
import { oneOrMany } from '../policy/value.ts';
import type { Fix } from './rule.ts';

/**
 * Fixes that let a Deny of everything leave out what an Allow is about: its resources, or its actions. None where the
 * Deny lists what it denies, or the Allow is about everything, too.
 */
export function exceptFromDeny(deny: PlacedStatement, allow: PlacedStatement): readonly Fix[] {
  return [...excepting(deny, allow, 'Resource'), ...excepting(deny, allow, 'Action')];
}

function excepting(
  { statement: deny, offset, ...place }: PlacedStatement,
  { statement: allow }: PlacedStatement,
  element: 'Resource' | 'Action',
): readonly Fix[] {
  const all = deny.element(element);
  const value = allow.element(element)?.value;
  if (!all?.value || !value || !isStar(all.value) || oneOrMany(value).some(isStar)) return [];
  const edits = [
    { range: shifted(all.key.range, offset), newText: `"Not${element}"` },
    {
      range: shifted(all.value.range, offset),
      newText: allow.text.slice(value.range.start, value.range.end),
    },
  ];
  const name = statementTitle({ statement: deny, offset, ...place });
  return [{ title: `Except its ${element.toLowerCase()}s from ${name}`, keepsAccess: false, edits }];
}

function isStar(value: ReturnType<typeof oneOrMany>[number]): boolean {
  const [item, ...others] = oneOrMany(value);
  return item?.kind === 'string' && /^\*+(?::\*+)?$/.test(item.text) && others.length === 0;
}
