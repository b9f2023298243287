import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { PolicyDocument } from '../../policy/policy-document.ts';
import type { ConditionEntry, Statement } from '../../policy/statement.ts';
import { onlyBoolean } from '../../reasoning/absent-key.ts';
import { type ConditionTest, conditionTests } from '../../reasoning/condition-tests.ts';
import { useOperator } from '../condition-fixes.ts';
import { defineRule, type Finding } from '../rule.ts';
import { shiftedFinding } from '../shifted-finding.ts';

/**
 * `aws:MultiFactorAuthPresent` is in every request with temporary credentials, `true` or `false`, and in none that is
 * signed with a long-term access key. That the key is there or not therefore says nothing about MFA: test its value
 * with `Bool` in an Allow, and with `BoolIfExists` in a Deny. `aws:MultiFactorAuthAge` is another matter: it is there
 * only where MFA was used.
 *
 * A Deny for absent keys is complete if the value is tested as well, in the same statement or in another Deny.
 */
export const mfaNull = defineRule({
  id: 'mfa-null',
  scope: 'policy',
  severity: 'warning',
  category: 'security',
  summary: 'Presence of the MFA key is taken for MFA',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent',
  equivalents: { parliament: ['BAD_PATTERN_FOR_MFA'] },
  policyTypes: ['identity', 'resource', 'trust'],
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "ec2:*", "Resource": "*", "Condition": { "Null": { "aws:MultiFactorAuthPresent": "false" } }',
      good: '"Effect": "Allow", "Action": "ec2:*", "Resource": "*", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } }',
    },
    {
      bad: '"Effect": "Deny", "Action": "ec2:*", "Resource": "*", "Condition": { "Null": { "aws:MultiFactorAuthPresent": "true" } }',
      good: '"Effect": "Deny", "Action": "ec2:*", "Resource": "*", "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } }',
    },
  ],

  *check({ policy, catalogue }) {
    let isCompleted: boolean | undefined;
    for (const { statement, offset } of policy.statements) {
      const test = nullTest(statement, catalogue);
      const isPresent = test !== undefined && onlyBoolean(test) === false;
      if (!test || testsValue(statement, catalogue)) continue;
      if (statement.effect === 'Allow') {
        yield shiftedFinding(inAllow(statement, test.entry, isPresent), offset);
      } else if (statement.effect === 'Deny' && !isPresent) {
        isCompleted ??= deniesByValue(policy, catalogue);
        if (!isCompleted) yield shiftedFinding(inDeny(statement, test.entry), offset);
      }
    }
  },
});

/** The test whether the key is there; undefined also where its value is no Boolean. */
function nullTest(statement: Statement, catalogue: Catalogue): ConditionTest | undefined {
  if (statement.conditions.length === 0) return undefined;
  return conditionTests(statement, catalogue).find(
    (test) => isMfa(test) && isNull(test) && onlyBoolean(test) !== undefined,
  );
}

function deniesByValue({ statements }: PolicyDocument, catalogue: Catalogue): boolean {
  return statements.some(({ statement }) => statement.effect === 'Deny' && testsValue(statement, catalogue));
}

const isMfa = ({ entry }: ConditionTest): boolean =>
  entry.key.text.toLowerCase() === 'aws:multifactorauthpresent';

const isNull = ({ operator }: ConditionTest): boolean =>
  operator?.operator.name === 'Null' && operator.setOperator === undefined;

/** The age is a proof, too. */
function testsValue(statement: Statement, catalogue: Catalogue): boolean {
  return conditionTests(statement, catalogue).some(
    (test) => !isNull(test) && /^aws:multifactorauth(?:present|age)$/i.test(test.entry.key.text),
  );
}

function inAllow(statement: Statement, entry: ConditionEntry, isPresent: boolean): Finding {
  return {
    range: entry.key.range,
    message: isPresent
      ? 'Every session carries this key, with or without MFA; only its value tells.'
      : 'Only long-term access keys lack this key, so this Allow is for requests without MFA.',
    fixes: () =>
      useOperator(statement, [{ entry, values: '"true"' }], 'Bool', {
        title: 'Require MFA with "Bool"',
        keepsAccess: false,
        isPreferred: true,
      }),
  };
}

function inDeny(statement: Statement, entry: ConditionEntry): Finding {
  return {
    range: entry.key.range,
    message: 'Sessions without MFA carry this key with the value "false", so they escape this Deny.',
    fixes: () =>
      useOperator(statement, [{ entry, values: '"false"' }], 'BoolIfExists', {
        title: 'Deny with "BoolIfExists"',
        keepsAccess: false,
        isPreferred: true,
      }),
  };
}
