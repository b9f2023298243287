import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { EVALUATION_STEPS } from '../../../server/src/iam/evaluation.ts';
import { POLICY_TYPES, type PolicyType } from '../../../server/src/iam/policy-type.ts';
import { checkHover, hoverAt } from '../../support/check-hover.ts';

const statement = (effect: string, rest = '"Action": "s3:GetObject"'): string =>
  `{ "Statement": { "Effect": "${effect}", ${rest} } }`;

/** The number and text of the one line in bold. */
function ownStep(effect: string, policyType: PolicyType, rest?: string): string | undefined {
  const text = statement(effect, rest);
  const markdown = hoverAt(text, text.indexOf(effect), { policyType })?.markdown ?? '';
  const lines = markdown.split('\n').filter((line) => /^\d\. \*\*/.test(line));
  assert.equal(lines.length, 1, markdown);
  return lines[0];
}

describe('hover on Effect', () => {
  test('shows the whole evaluation, and where this statement stands in it', () =>
    checkHover(
      statement('Allow$0'),
      `**Allow** in an identity-based policy grants to the user, group or role it is attached to, unless a Deny matches or a limit below does not allow.
1. Default: what nothing allows is denied.
2. Explicit deny: one matching Deny, in any policy that applies, ends it.
3. Resource control policies: must allow; AWS attaches one that allows everything, so only their Deny matters.
4. Service control policies: must allow at every level from the root to the caller's account.
5. Resource-based policy: inside one account its Allow may be enough by itself; across accounts it is required.
6. **Identity-based policies (this statement): must allow, unless the resource-based policy already did inside the account.**
7. Permissions boundary: must allow, if the user or role has one.
8. Session policy: must allow, if the session was given one.
9. VPC endpoint policy: must allow, if the call goes through an endpoint.

[Policy evaluation](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html)`,
    ));

  test('puts the Allow of each type at its own step', () => {
    assert.match(
      ownStep('Allow', 'rcp') ?? '',
      /^3\. \*\*Resource control policies \(this statement, as a limit\)/,
    );
    assert.match(ownStep('Allow', 'scp') ?? '', /^4\. \*\*Service control policies/);
    assert.match(ownStep('Allow', 'resource') ?? '', /^5\. \*\*Resource-based policy \(this statement\)/);
    assert.match(ownStep('Allow', 'identity') ?? '', /^6\. \*\*Identity-based policies/);
    assert.match(ownStep('Allow', 'boundary') ?? '', /^7\. \*\*Permissions boundary/);
    assert.match(ownStep('Allow', 'session') ?? '', /^8\. \*\*Session policy/);
    assert.match(ownStep('Allow', 'endpoint') ?? '', /^9\. \*\*VPC endpoint policy/);
  });

  test('puts the Deny of every type at the explicit deny, and says that it never allows', () => {
    for (const policyType of POLICY_TYPES) {
      assert.match(ownStep('Deny', policyType) ?? '', /^2\. \*\*Explicit deny \(this statement\)/);
      checkHover(statement('Deny$0'), ['it does not allow.'], { policyType });
    }
  });

  test('says where an Allow grants nothing', () => {
    for (const policyType of ['scp', 'rcp', 'boundary', 'session', 'endpoint'] as const) {
      checkHover(statement('Allow$0'), ['grants nothing; '], { policyType });
    }
    checkHover(statement('Allow$0'), ['it sets the ceiling'], { policyType: 'scp' });
    checkHover(statement('Allow$0'), ['it sets the ceiling'], { policyType: 'boundary' });
  });

  test('says that trust and key policies must allow', () => {
    assert.match(
      ownStep('Allow', 'trust', '"Action": "sts:AssumeRole"') ?? '',
      /^5\. \*\*Role trust policy \(this statement\): must allow, also inside the account/,
    );
    const keyPolicy = '"Principal": { "AWS": "*" }, "Action": ["kms:*"], "Resource": "*"';
    assert.match(
      ownStep('Allow', 'resource', keyPolicy) ?? '',
      /^5\. \*\*Key policy \(this statement\): must allow/,
    );
    assert.match(ownStep('Allow', 'identity', keyPolicy) ?? '', /^6\. \*\*Identity-based/);
  });

  test('is the same on the key', () =>
    checkHover('{ "Statement": { "$0Effect": "Deny", "Action": "*" } }', [
      '**Deny** in an identity-based policy stops',
      '2. **Explicit deny (this statement)',
    ]));

  test('is one sentence without the order of evaluation', () =>
    checkHover(
      statement('Allow$0'),
      '**Allow** in a service control policy grants nothing; it sets the ceiling for the users and roles of the accounts below.',
      { policyType: 'scp', evaluationOrder: false },
    ));

  test('says which effects there are where it is neither', () =>
    checkHover(statement('allow$0'), ['**Effect**', 'exactly `Allow` or `Deny`']));

  test('has a step for every policy type and none twice', () => {
    const names = EVALUATION_STEPS.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    for (const policyType of POLICY_TYPES) ownStep('Allow', policyType);
  });
});
