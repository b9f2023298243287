import { keyPresence } from '../../iam/key-presence.ts';
import { operatorName } from '../../iam/operator-name.ts';
import type { Statement } from '../../policy/statement.ts';
import { isKeyDemanded } from '../../reasoning/absent-key.ts';
import { type ConditionTest, conditionTests } from '../../reasoning/condition-tests.ts';
import { starValue } from '../../reasoning/star-value.ts';
import { demandKey, useOperator } from '../condition-fixes.ts';
import { defineRule } from '../rule.ts';

/**
 * With `IfExists` a test holds for every request that lacks the key. In an Allow that opens a way around it, where the
 * key tells who calls or from where and callers can come without it: through a VPC endpoint there is no
 * `aws:SourceIp`, outside of one no `aws:SourceVpce`, and nobody has to send an `sts:ExternalId`.
 *
 * Two keys of which every request has one may share an Allow with `IfExists`, such as `aws:SourceIp` and
 * `aws:SourceVpce`. MFA has a rule of its own, `mfa-boolifexists-true-allow`; keys about the resource or about the
 * parameters of a request are often absent for good reasons.
 */
export const ifexistsAllowSecurityKey = defineRule({
  id: 'ifexists-allow-security-key',
  scope: 'statement',
  effect: 'Allow',
  severity: 'warning',
  category: 'security',
  summary: 'IfExists lets requests without the key pass an Allow',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  policyTypes: ['identity', 'resource', 'trust'],
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEqualsIfExists": { "aws:SourceVpce": "vpce-0a1b2c3d4e5f60718" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:SourceVpce": "vpce-0a1b2c3d4e5f60718" } }',
    },
  ],

  *check({ statement, catalogue }) {
    const tests = conditionTests(statement, catalogue);
    for (const test of tests) {
      const { entry, operator } = test;
      const lacking = operator && passesWithout(test);
      if (!lacking || isKeyDemanded(test, statement, catalogue) || hasCounterpart(test, tests)) continue;
      yield {
        range: entry.key.range,
        message: `${capitalized(lacking)} lack "${entry.key.text}" and pass because of "IfExists".`,
        fixes: () => repairs(statement, test, operatorName({ ...operator, ifExists: false })),
      };
    }
  },
});

function repairs(statement: Statement, test: ConditionTest, operator: string): ReturnType<typeof demandKey> {
  return [
    ...useOperator(statement, [{ entry: test.entry }], operator, { keepsAccess: false, isPreferred: true }),
    ...demandKey(statement, test.entry),
  ];
}

/** The requests that get around the test; undefined where it is none of a key that callers must satisfy. */
function passesWithout(test: ConditionTest): string | undefined {
  const { entry, operator } = test;
  if (!operator?.ifExists || operator.setOperator === 'ForAllValues' || operator.operator.isNegated) return;
  // What passes with every value is a mistake of its own.
  if (starValue(test)) return;
  const name = entry.key.text.toLowerCase();
  if (OTHERS.has(name) || name.startsWith('aws:calledvia')) return;
  const known = keyPresence(name);
  return known?.isProof ? known.lacking : undefined;
}

/** One has a rule of its own; the other is only ever absent together with everything that tells who calls. */
const OTHERS: ReadonlySet<string> = new Set(['aws:multifactorauthpresent', 'aws:principalisawsservice']);

/** Requests come through a VPC endpoint or not, so the one test holds where the other may be without its key. */
function hasCounterpart(test: ConditionTest, tests: readonly ConditionTest[]): boolean {
  const isAddress = isSourceIp(test);
  if (!isAddress && !isEndpointKey(test)) return false;
  return tests.some(
    (other) =>
      other.operator?.operator.isNegated === false && (isAddress ? isEndpointKey(other) : isSourceIp(other)),
  );
}

const isSourceIp = ({ entry }: ConditionTest): boolean => entry.key.text.toLowerCase() === 'aws:sourceip';

const isEndpointKey = ({ entry }: ConditionTest): boolean =>
  /^aws:sourcevpc(?:e|arn)?$/i.test(entry.key.text);

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
