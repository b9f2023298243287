import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { missingPrincipal } from '../../../server/src/rules/statement/missing-principal.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('missing-principal', () => {
  test('reports the statement without one', () =>
    checkRule(
      missingPrincipal,
      `{ "Statement": [
  { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*" },
  { "Effect": "Deny", "Action": "s3:PutObject", "Resource": "*" }
//  ^^^^^^^^ This statement has no Principal; say whom it is about.
] }`,
    ));

  test('reports it in a role trust policy', () =>
    checkRule(
      missingPrincipal,
      `{ "Statement": [{
  "Effect": "Allow", "Action": "sts:AssumeRole"
//^^^^^^^^ This statement has no Principal; say whom it is about.
}] }`,
    ));

  test('accepts NotPrincipal', () =>
    checkRule(
      missingPrincipal,
      '{ "Statement": { "Effect": "Deny", "NotPrincipal": { "AWS": "111122223333" }, "Action": "*", "Resource": "*" } }',
    ));

  test('does not ask for one in an identity-based policy', () =>
    checkRule(
      missingPrincipal,
      '{ "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } }',
    ));

  test('leaves a misspelt element to its own rule', () =>
    checkRule(missingPrincipal, '{ "Statement": { "Principals": "*", "Action": "*" } }', {
      policyType: 'resource',
    }));

  test('waits while the statement is being typed', () =>
    checkRule(missingPrincipal, '{ "Statement": [{ "Effect": "Allow", ', { policyType: 'resource' }));

  test('offers a service or an account to assume a role', () =>
    assert.deepEqual(
      fixTitles(missingPrincipal, '{ "Statement": { "Effect": "Allow", "Action": "sts:AssumeRole" } }', {
        policyType: 'trust',
      }),
      ['Insert "Principal" for a service', 'Insert "Principal" for an account'],
    ));

  test('fits the action of federation', () =>
    checkFix(
      missingPrincipal,
      '{ "Statement": { "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity" } }',
      'Insert "Principal" for an OIDC provider',
      '{ "Statement": { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity" } }',
      { policyType: 'trust' },
    ));

  test('denies everyone first', () =>
    checkFix(
      missingPrincipal,
      '{ "Statement": { "Effect": "Deny", "Action": "s3:*", "Resource": "*" } }',
      'Insert "Principal" for everyone',
      '{ "Statement": { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*" } }',
      { policyType: 'resource' },
    ));

  test('knows that a resource control policy names everyone', () =>
    assert.deepEqual(
      fixTitles(
        missingPrincipal,
        '{ "Statement": { "Effect": "Deny", "Action": "s3:*", "Resource": "*" } }',
        { policyType: 'rcp' },
      ),
      ['Insert "Principal" for everyone'],
    ));

  test('knows from the conditions who is meant', () => {
    const titles = (condition: string, action: string, policyType: 'resource' | 'trust') =>
      fixTitles(
        missingPrincipal,
        `{ "Statement": { "Effect": "Allow", "Action": "${action}", "Condition": { "StringEquals": ${condition} } } }`,
        { policyType },
      );
    const ofOrganization = '{ "aws:PrincipalOrgID": "o-a1b2c3d4e5" }';
    assert.deepEqual(titles(ofOrganization, 'sts:AssumeRole', 'trust'), [
      'Insert "Principal" for an account',
      'Insert "Principal" for everyone',
    ]);
    assert.equal(
      titles('{ "aws:SourceAccount": "111122223333" }', 'sqs:SendMessage', 'resource')[0],
      'Insert "Principal" for a service',
    );
  });

  test('takes the service and the provider from the conditions', () => {
    checkFix(
      missingPrincipal,
      '{ "Statement": { "Effect": "Allow", "Action": "sqs:SendMessage", "Condition": { "ArnEquals": { "aws:SourceArn": "arn:aws:sns:us-east-1:111122223333:t" } } } }',
      'Insert "Principal" for a service',
      '{ "Statement": { "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Condition": { "ArnEquals": { "aws:SourceArn": "arn:aws:sns:us-east-1:111122223333:t" } } } }',
      { policyType: 'resource' },
    );
    checkFix(
      missingPrincipal,
      '{ "Statement": { "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "accounts.google.com:aud": "1" } } } }',
      'Insert "Principal" for an OIDC provider',
      '{ "Statement": { "Effect": "Allow", "Principal": { "Federated": "accounts.google.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "accounts.google.com:aud": "1" } } } }',
      { policyType: 'trust' },
    );
  });
});
