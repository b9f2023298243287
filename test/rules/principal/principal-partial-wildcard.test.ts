import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { principalAwsValue } from '../../../server/src/rules/principal/principal-aws-value.ts';
import { principalPartialWildcard } from '../../../server/src/rules/principal/principal-partial-wildcard.ts';
import { trustAnyAwsPrincipal } from '../../../server/src/rules/principal/trust-any-aws-principal.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

describe('principal-partial-wildcard', () => {
  test('reports patterns under every type', () =>
    checkRule(
      [principalPartialWildcard, principalAwsValue],
      `{ "Statement": { "Principal": {
      "AWS": ["111122223333", "arn:aws:iam::111122223333:user/*"],
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "arn:aws:iam::111122223333:user/*" is a pattern, and AWS accepts none in a principal.
      "Service": "*",
//               ^^^ "*" is a pattern, and AWS accepts none under "Service".
      "Federated": "arn:aws:iam::111122223333:oidc-provider/*",
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "arn:aws:iam::111122223333:oidc-provider/*" is a pattern, and AWS accepts none in a principal.
      "CanonicalUser": "*"
//                     ^^^ "*" is a pattern, and AWS accepts none under "CanonicalUser".
} } }`,
      TRUST,
    ));

  test('leaves everyone, names without wildcards and what is filled in later alone', () =>
    checkRule(
      principalPartialWildcard,
      `{ "Statement": [{ "Principal": "*" }, { "Principal": { "AWS": ["*", "arn:aws:iam::111122223333:role/app"] } },
        { "Principal": { "AWS": "arn:aws:iam::\${account}:role/*", "Who": "*" } }] }`,
      TRUST,
    ));

  test('leaves everyone of an identity provider alone where AWS writes it: in endpoint policies', () => {
    const policy =
      '{ "Statement": { "Principal": { "Federated": "*" }, "Action": "sts:*", "Resource": "*" } }';
    checkRule(principalPartialWildcard, policy, { policyType: 'endpoint' });
    checkRule(principalPartialWildcard, policy, { policyType: 'resource' });
    assert.equal(findings(principalPartialWildcard, policy, TRUST).length, 1);
  });

  test('is the one finding about the root of every account', () =>
    assert.deepEqual(
      findings(
        [trustAnyAwsPrincipal, principalPartialWildcard],
        policyWith('"arn:aws:iam::*:root"'),
        TRUST,
      ).map(({ rule }) => rule.id),
      ['principal-partial-wildcard'],
    ));

  test('names the role of all sessions, and the account of all principals', () => {
    checkFix(
      principalPartialWildcard,
      policyWith('"arn:aws:sts::111122223333:assumed-role/app/*"'),
      'Change to "arn:aws:iam::111122223333:role/app"',
      policyWith('"arn:aws:iam::111122223333:role/app"'),
      TRUST,
    );
    assert.equal(
      fixTitles(principalPartialWildcard, policyWith('"arn:aws:iam::111122223333:*"'), TRUST)[0],
      'Change to "arn:aws:iam::111122223333:root"',
    );
  });

  test('puts all principals of the statement into the test, for it limits them all', () =>
    checkFix(
      principalPartialWildcard,
      policyWith(
        '["arn:aws:iam::111122223333:role/app-*", "arn:aws:iam::444455556666:user/Bob", "arn:aws:sts::444455556666:assumed-role/x/*"]',
      ),
      'Name the account and test "aws:PrincipalArn"',
      policyWith(
        '["arn:aws:iam::111122223333:root", "arn:aws:iam::444455556666:root"]',
        '"Condition": { "ArnLike": { "aws:PrincipalArn": ["arn:aws:iam::111122223333:role/app-*", "arn:aws:iam::444455556666:user/Bob", "arn:aws:iam::444455556666:role/x"] } }',
      ),
      TRUST,
    ));

  test('names everyone in a Deny, and where the account is a pattern', () => {
    const condition = '"Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/app" } }';
    checkFix(
      principalPartialWildcard,
      policyWith('"arn:aws:iam::*:role/app"'),
      'Name everyone and test "aws:PrincipalArn"',
      policyWith('"*"', condition),
      TRUST,
    );
    const denied =
      '{ "Statement": { "Effect": "Deny", "Principal": { "AWS": "arn:aws:iam::111122223333:role/a*" } } }';
    assert.equal(
      fixTitles(principalPartialWildcard, denied, { policyType: 'resource' })[0],
      'Name everyone and test "aws:PrincipalArn"',
    );
  });

  test('does not test the ARN where somebody has none, or of whom NotPrincipal spares', () => {
    for (const principal of [
      '"Principal": { "AWS": ["arn:aws:iam::111122223333:role/*", "111122223333"] }',
      '"Principal": { "AWS": "arn:aws:iam::111122223333:role/*", "Service": "ec2.amazonaws.com" }',
      '"NotPrincipal": { "AWS": "arn:aws:iam::111122223333:role/*" }',
    ]) {
      assert.deepEqual(
        fixTitles(principalPartialWildcard, `{ "Statement": { ${principal} } }`, { policyType: 'resource' }),
        ['Name a role instead'],
      );
    }
  });

  test('takes the wildcard out of a service', () => {
    const policy = (text: string): string => `{ "Statement": { "Principal": { "Service": "${text}" } } }`;
    checkFix(
      principalPartialWildcard,
      policy('logs.*.amazonaws.com'),
      'Change to "logs.amazonaws.com"',
      policy('logs.amazonaws.com'),
      TRUST,
    );
    assert.deepEqual(fixTitles(principalPartialWildcard, policy('*.amazonaws.com'), TRUST), [
      'Name a service instead',
    ]);
  });
});

const TRUST = { policyType: 'trust' } as const;

const policyWith = (principals: string, ...more: readonly string[]): string =>
  `{ "Statement": { ${[`"Principal": { "AWS": ${principals} }`, ...more].join(', ')} } }`;
