import type { Node } from 'jsonc-parser';
import { editDistance } from '../base/edit-distance.ts';

/** Keys under which other documents keep a policy: CloudFormation, CLI answers, Terraform plans. */
const HOMES: ReadonlySet<string> = new Set([
  'PolicyDocument',
  'AssumeRolePolicyDocument',
  'KeyPolicy',
  'ResourcePolicy',
  'Policy',
  'policy',
  'assume_role_policy',
  'inline_policy',
]);

const VERSIONS: ReadonlySet<unknown> = new Set(['2012-10-17', '2008-10-17']);

/** An object is taken for a policy from this score on. */
const THRESHOLD = 3;

/** Statements looked at; a policy shows what it is in the first ones. */
const SAMPLE = 20;

/** What every text that may hold a policy contains; one pass, no parsing. */
export function mayHoldPolicy(text: string): boolean {
  return /Statement|20(?:12|08)-10-17|"Effect\\?"/i.test(text);
}

/**
 * True if the object is a policy rather than some other JSON. `Version` is not needed, and `Statement` may be
 * misspelt.
 *
 * Scored: a list of statements 1, an `Effect` of Allow or Deny 2, an action element 2, a version date 2, a known home 3.
 */
export function isPolicy(object: Node, home: string | undefined): boolean {
  const statements = findProperty(object, isStatementKey);
  const version = findProperty(object, (key) => key === 'Version');
  const hasVersion = VERSIONS.has(version?.value);
  if (!statements && !hasVersion) return false;

  let score = hasVersion ? 2 : 0;
  if (home !== undefined && HOMES.has(home)) score += 3;
  if (statements?.type === 'array' || statements?.type === 'object') score += 1 + statementScore(statements);
  return score >= THRESHOLD;
}

function statementScore(value: Node): number {
  const items = value.type === 'array' ? (value.children ?? []).slice(0, SAMPLE) : [value];
  const hasEffect = items.some((item) =>
    /^(allow|deny)$/i.test(String(findProperty(item, (key) => /^effect$/i.test(key))?.value ?? '')),
  );
  const hasAction = items.some((item) => findProperty(item, (key) => /^(not)?actions?$/i.test(key)));
  return (hasEffect ? 2 : 0) + (hasAction ? 2 : 0);
}

function isStatementKey(key: string): boolean {
  return key === 'Statement' || editDistance(key.toLowerCase(), 'statement', 2) <= 2;
}

function findProperty(object: Node, accepts: (key: string) => boolean): Node | undefined {
  if (object.type !== 'object') return undefined;
  for (const property of object.children ?? []) {
    const [key, value] = property.children ?? [];
    if (typeof key?.value === 'string' && accepts(key.value)) return value;
  }
  return undefined;
}
