import { memoized } from '../base/memo.ts';
import { ownProperty } from '../base/own-property.ts';
import type { PolicyType } from '../iam/policy-type.ts';
import { everyone } from './everyone.ts';
import type { PlacedStatement, PolicyTypeVerdict } from './policy-document.ts';
import type { PolicyOwner } from './policy-owner.ts';
import type { Statement } from './statement.ts';

/** Where a policy stands in its file. */
export interface PolicyPlace {
  /** The key that holds the policy. */
  readonly key: string | undefined;
  readonly owner: PolicyOwner | undefined;
}

const TYPE_OF_KEY: Readonly<Record<string, PolicyType>> = {
  AssumeRolePolicyDocument: 'trust',
  assume_role_policy: 'trust',
  KeyPolicy: 'resource',
  ResourcePolicy: 'resource',
};

const TYPE_OF_FILE_NAME: readonly (readonly [RegExp, PolicyType])[] = [
  [/(^|[^a-z])(trust|assume-?role)([^a-z]|$)/i, 'trust'],
  [/(^|[^a-z])scps?([^a-z]|$)/i, 'scp'],
  [/(^|[^a-z])rcps?([^a-z]|$)/i, 'rcp'],
  [/(^|[^a-z])(permissions?-)?boundary([^a-z]|$)/i, 'boundary'],
  [/(^|[^a-z])session-policy([^a-z]|$)/i, 'session'],
  [/(^|[^a-z])(vpce|vpc[-_.]?endpoints?|(gateway|interface)[-_.]endpoints?)([^a-z]|$)/i, 'endpoint'],
  [/(^|[^a-z])endpoint[-_.]?polic(y|ies)([^a-z]|$)/i, 'endpoint'],
];

/**
 * The type of a policy, from where it stands and what it says, with the reason. Content wins over a file's name,
 * without folders, where both cannot be true.
 */
export function inferPolicyType(
  statements: readonly PlacedStatement[],
  { key, owner }: PolicyPlace,
  fileName: string | undefined,
): PolicyTypeVerdict {
  const ofKey = key === undefined ? undefined : ownProperty(TYPE_OF_KEY, key);
  if (ofKey) return inferred(ofKey, `it is the value of "${key}"`);
  if (owner) return inferred(owner.policyType, owner.reason);

  const named = TYPE_OF_FILE_NAME.find(([pattern]) => pattern.test(fileName ?? ''))?.[1];
  if (named && mayBe(named, statements)) return inferred(named, `the file is called ${fileName}`);
  if (isTrust(statements)) {
    return inferred('trust', 'every action assumes a role and there is no Resource');
  }
  if (statements.some(({ statement }) => isWideOpen(statement))) {
    return inferred('endpoint', 'a statement allows everything to everyone, as only endpoints do');
  }
  return hasPrincipal(statements)
    ? inferred('resource', 'a statement names a Principal')
    : inferred('identity', 'no statement names a Principal');
}

/** Whether what the policy says does not contradict the type. */
function mayBe(policyType: PolicyType, statements: readonly PlacedStatement[]): boolean {
  if (policyType === 'scp' || policyType === 'boundary' || policyType === 'session') {
    return !hasPrincipal(statements);
  }
  // The policy of a bucket that is for one endpoint may have the endpoint in its name; it tests where calls come from.
  return policyType !== 'endpoint' || (hasPrincipal(statements) && !statements.some(testsEndpoint));
}

function hasPrincipal(statements: readonly PlacedStatement[]): boolean {
  return statements.some(
    ({ statement }) =>
      statement.principals.length > 0 ||
      ['Principal', 'NotPrincipal'].some((name) => statement.element(name)?.value !== undefined),
  );
}

function testsEndpoint({ statement }: PlacedStatement): boolean {
  return statement.conditions.some(({ key }) => /^aws:sourcevpce?$/i.test(key.text));
}

/** The policy that a VPC endpoint has if nobody writes one. No resource takes it: what is allowed must be its own. */
const isWideOpen = memoized(
  (statement: Statement): boolean =>
    statement.effect === 'Allow' &&
    statement.actions.some(({ element, text }) => element === 'Action' && text === '*') &&
    statement.resources.some(({ element, text }) => element === 'Resource' && text === '*') &&
    everyone(statement) !== undefined,
);

function isTrust(statements: readonly PlacedStatement[]): boolean {
  return (
    statements.length > 0 &&
    statements.every(
      ({ statement }) =>
        statement.actions.length > 0 &&
        statement.resources.length === 0 &&
        statement.actions.every(
          ({ element, text }) =>
            element === 'Action' &&
            /^sts:(AssumeRole|TagSession$|SetSourceIdentity$|SetContext$)/i.test(text),
        ),
    )
  );
}

function inferred(policyType: PolicyType, reason: string): PolicyTypeVerdict {
  return { policyType, reason, source: 'inferred' };
}
