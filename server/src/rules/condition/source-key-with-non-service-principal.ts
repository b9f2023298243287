import { ownProperty } from '../../base/own-property.ts';
import { parseArn } from '../../iam/arn.ts';
import { SERVICE_PRINCIPALS } from '../../iam/service-principal.ts';
import { type PrincipalCallers, principalCallers } from '../../policy/principal-callers.ts';
import { movePrincipal } from '../../policy/principal-edit.ts';
import { principalStrings } from '../../policy/principal-strings.ts';
import { replaceCondition } from '../../policy/replace-condition.ts';
import type { Statement } from '../../policy/statement.ts';
import { holdsWithoutKey } from '../../reasoning/absent-key.ts';
import { type ConditionTest, conditionTests } from '../../reasoning/condition-tests.ts';
import { defineRule, type Finding, type Fix } from '../rule.ts';

/**
 * `aws:SourceArn`, `aws:SourceAccount` and `aws:SourceOrgID` say for which resource a service calls under its own name.
 * Users, roles and accounts send none of them: an Allow for them that tests such a key never applies, or always where
 * the test is negated or has IfExists. About callers ask with `aws:PrincipalArn`, `aws:PrincipalAccount` and
 * `aws:PrincipalOrgID`; to let a service in, name it as the Principal.
 *
 * Services send the ARN of the resource for which they work, such as a topic or a rule. A user, a role or a session is
 * none, so a test of `aws:SourceArn` for one never finds it, whoever is the Principal and in a Deny as well.
 */
export const sourceKeyWithNonServicePrincipal = defineRule({
  id: 'source-key-with-non-service-principal',
  scope: 'statement',
  mentions: ['aws:source'],
  severity: 'warning',
  category: 'correctness',
  summary: 'Only services send the condition key',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  policyTypes: ['resource', 'trust'],
  examples: [
    {
      policyType: 'resource',
      bad: '"Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "sqs:SendMessage", "Resource": "*", "Condition": { "StringEquals": { "aws:SourceOrgID": "o-a1b2c3d4e5" } }',
      good: '"Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "sqs:SendMessage", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }',
    },
    {
      policyType: 'resource',
      bad: '"Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sqs:SendMessage", "Resource": "*", "Condition": { "ArnEquals": { "aws:SourceArn": "arn:aws:sns:us-east-1:111122223333:topic" } }',
      good: '"Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "*", "Condition": { "ArnEquals": { "aws:SourceArn": "arn:aws:sns:us-east-1:111122223333:topic" } }',
    },
  ],

  *check({ statement, catalogue }) {
    if (statement.conditions.length === 0) return;
    const callers = principalCallers(statement);
    for (const test of conditionTests(statement, catalogue)) {
      const { key } = test.entry;
      if (!ownProperty(KEY_OF_CALLERS, key.text.toLowerCase()) || test.operator?.operator.name === 'Null')
        continue;
      if (statement.effect !== 'Allow' || callers !== 'identities') {
        if (namesIdentities(test)) yield isNoResource(statement, test, callers);
        continue;
      }
      const holds = holdsWithoutKey(test);
      if (holds === undefined) continue;
      const outcome = holds ? 'The test always holds.' : 'The statement never applies.';
      yield {
        range: key.range,
        message: `Only services send "${key.text}", and none is a Principal here. ${outcome}`,
        fixes: () => repairs(statement, test),
      };
    }
  },
});

/** True where each value is the ARN of somebody who calls, not of something that a service works for. */
function namesIdentities({ entry, values }: ConditionTest): boolean {
  if (!/^aws:SourceArn$/i.test(entry.key.text) || values.length === 0) return false;
  return values.every((value) => {
    const arn = value.kind === 'string' ? parseArn(value.text) : undefined;
    if (arn?.service === 'iam') return /^(?:user|role)\//.test(arn.resource);
    return arn?.service === 'sts' && /^(?:assumed-role|federated-user)\//.test(arn.resource);
  });
}

function isNoResource(
  statement: Statement,
  test: ConditionTest,
  callers: PrincipalCallers | undefined,
): Finding {
  return {
    range: test.entry.key.range,
    message: `Services send "${test.entry.key.text}" with the ARN of a resource, never of a user or role.`,
    // Services on their own have no key about callers.
    fixes: () => (callers === 'services' ? [] : askAboutCallers(statement, test, 'aws:PrincipalArn')),
  };
}

/** Lower-case key → the key that says the same of a user or role. */
const KEY_OF_CALLERS: Readonly<Record<string, string>> = {
  'aws:sourcearn': 'aws:PrincipalArn',
  'aws:sourceaccount': 'aws:PrincipalAccount',
  'aws:sourceorgid': 'aws:PrincipalOrgID',
  'aws:sourceorgpaths': 'aws:PrincipalOrgPaths',
};

/** The key of the same name about callers, and the service whose resources the values are. */
function repairs(statement: Statement, test: ConditionTest): readonly Fix[] {
  const { entry, values } = test;
  const key = ownProperty(KEY_OF_CALLERS, entry.key.text.toLowerCase());
  const services = new Set(
    values.map((value) => (value.kind === 'string' ? parseArn(value.text)?.service : undefined)),
  );
  const [service] = services;
  if (key && (key !== 'aws:PrincipalArn' || service === 'iam')) {
    return askAboutCallers(statement, test, key);
  }
  const [principal, ...others] = principalStrings(statement);
  const named = `${service}.amazonaws.com`;
  if (services.size !== 1 || !principal || others.length > 0 || !SERVICE_PRINCIPALS.includes(named))
    return [];
  const edits = movePrincipal(statement, principal, 'Service', named);
  return edits ? [{ title: `Name "${named}" as the Principal`, keepsAccess: false, edits }] : [];
}

function askAboutCallers(statement: Statement, { entry }: ConditionTest, key: string): readonly Fix[] {
  const edits = replaceCondition(statement, entry, { key });
  return edits ? [{ title: `Change to "${key}"`, keepsAccess: false, isPreferred: true, edits }] : [];
}
