import { parseArn } from '../iam/arn.ts';
import { addConditions } from '../policy/condition-edit.ts';
import { type PrincipalString, principalStrings } from '../policy/principal-strings.ts';
import type { Statement } from '../policy/statement.ts';
import { oneOrMany } from '../policy/value.ts';
import type { Fix } from './rule.ts';

/**
 * Roles and users of an account by a pattern: the account as principal, the pattern in a test of `aws:PrincipalArn`. All
 * principals of the statement go into the test, for it limits them all; none where one of them is no role or user.
 */
export function testPrincipalArn(statement: Statement, { element }: PrincipalString): readonly Fix[] {
  const entries = statement.principals.filter((entry) => entry.element === element);
  const values = entries.flatMap(({ values: own }) => oneOrMany(own));
  const listed = principalStrings(statement).filter((one) => one.element === element);
  const named = listed.map(({ type, text }) => (type === 'AWS' ? rolePattern(text) : undefined));
  const patterns = named.flatMap((one) => one ?? []);
  const object = statement.element(element)?.value;
  if (element === 'NotPrincipal' || !object || patterns.length < values.length) return [];

  // A Deny for an account may not reach each of its principals; one for everyone does.
  const isForAll = statement.effect === 'Deny' || patterns.some(({ account }) => !/^\d{12}$/.test(account));
  const roots = [
    ...new Set(patterns.map(({ partition, account }) => `arn:${partition}:iam::${account}:root`)),
  ];
  const condition = addConditions(statement, 'ArnLike', {
    'aws:PrincipalArn': single([...new Set(patterns.map(({ pattern }) => pattern))]),
  });
  if (!condition) return [];
  const principals = isForAll
    ? '"*"'
    : roots.length > 1
      ? JSON.stringify(roots).replaceAll('","', '", "')
      : `"${roots.join()}"`;
  return [
    {
      title: `Name ${isForAll ? 'everyone' : 'the account'} and test "aws:PrincipalArn"`,
      keepsAccess: false,
      isPreferred: true,
      edits: [{ range: object.range, newText: `{ "AWS": ${principals} }` }, condition],
    },
  ];
}

interface RolePattern {
  readonly partition: string;
  readonly account: string;
  /** What `aws:PrincipalArn` holds for a session is the ARN of its role. */
  readonly pattern: string;
}

function rolePattern(text: string): RolePattern | undefined {
  const arn = parseArn(text);
  if (!arn || !/^[\w+=,.@:/*?-]+$/.test(text)) return undefined;
  const { partition, service, account, resource } = arn;
  const [kind, ...names] = resource.split('/');
  if (service === 'iam' && (kind === 'role' || kind === 'user')) return { partition, account, pattern: text };
  if (service !== 'sts' || kind !== 'assumed-role' || names[1] !== '*') return undefined;
  return { partition, account, pattern: `arn:${partition}:iam::${account}:role/${names[0]}` };
}

const single = (texts: readonly string[]): string | readonly string[] =>
  texts.length === 1 ? (texts[0] ?? '') : texts;
