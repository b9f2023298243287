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
  const statements = findProperty(object, (key) => key === 'Statement');
  const misspelt = statements ? undefined : findProperty(object, isLikeStatement);
  const version = findProperty(object, (key) => key === 'Version')?.value;
  const hasVersion = VERSIONS.has(version);
  const hasHome = home !== undefined && HOMES.has(home);
  if (!statements && !misspelt && !hasVersion) return false;
  if (!hasVersion && isOfOthers(object, version)) return false;

  const list = statements ?? misspelt;
  const items = sample(list);
  // Many documents have statements of some kind; under another name they are a policy's only if all else is.
  if (misspelt && !hasVersion && !hasHome && !items.some(isStatement)) return false;
  let score = (hasVersion ? 2 : 0) + (hasHome ? 3 : 0);
  if (list?.type === 'array' || list?.type === 'object') score += 1 + statementScore(items);
  return score >= THRESHOLD;
}

/** True for an event of AWS CloudTrail: the policy in it was sent once, and nobody can repair it there. */
export function isEventRecord(object: Node): boolean {
  return ['eventVersion', 'eventSource', 'eventName'].every((name) =>
    findProperty(object, (key) => key === name),
  );
}

function sample(value: Node | undefined): readonly Node[] {
  if (value?.type === 'object') return [value];
  return value?.type === 'array' ? (value.children ?? []).slice(0, SAMPLE) : [];
}

/**
 * Policies in the manner of IAM: other clouds count their versions, the updates of a CloudFormation stack have no
 * service, and AWS Lambda answers with a statement beside a revision.
 */
function isOfOthers(object: Node, version: unknown): boolean {
  if (typeof version === 'number' ? version < 1000 : /^v?(?:1|\d\.\d+)$/.test(String(version))) return true;
  const actions = sample(findProperty(object, (key) => key === 'Statement')).flatMap(actionTexts);
  return (
    (actions.length > 0 && actions.every((text) => text.startsWith('Update:'))) ||
    findProperty(object, (key) => key === 'RevisionId') !== undefined
  );
}

function isStatement(item: Node): boolean {
  const effect: unknown = findProperty(item, (key) => key === 'Effect')?.value;
  return (effect === 'Allow' || effect === 'Deny') && actionTexts(item).some(looksLikeAction);
}

function statementScore(items: readonly Node[]): number {
  const hasEffect = items.some((item) =>
    /^(allow|deny)$/i.test(String(findProperty(item, (key) => /^effect$/i.test(key))?.value ?? '')),
  );
  const hasAction = items.some((item) =>
    hasEffect ? findProperty(item, isLikeAction) : actionTexts(item).some(looksLikeAction),
  );
  return (hasEffect ? 2 : 0) + (hasAction ? 2 : 0);
}

function actionTexts(item: Node): readonly string[] {
  const value = findProperty(item, isLikeAction);
  const values = value?.type === 'array' ? (value.children ?? []) : value ? [value] : [];
  return values.map((one): unknown => one.value).filter((text) => typeof text === 'string');
}

const looksLikeAction = (text: string): boolean => text === '*' || text.includes(':');

const isLikeAction = (key: string): boolean => /^(not)?actions?$/i.test(key);

const isLikeStatement = (key: string): boolean => editDistance(key.toLowerCase(), 'statement', 2) <= 2;

function findProperty(object: Node, accepts: (key: string) => boolean): Node | undefined {
  if (object.type !== 'object') return undefined;
  for (const property of object.children ?? []) {
    const [key, value] = property.children ?? [];
    if (typeof key?.value === 'string' && accepts(key.value)) return value;
  }
  return undefined;
}
