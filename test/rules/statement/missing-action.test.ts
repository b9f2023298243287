import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../../server/src/base/text-edit.ts';
import { plainEdits } from '../../../server/src/rules/plain-edits.ts';
import { missingAction } from '../../../server/src/rules/statement/missing-action.ts';
import { checkFix, checkRule, findings } from '../../support/check.ts';

describe('missing-action', () => {
  test('reports the first key', () =>
    checkRule(
      missingAction,
      `{ "Statement": [{
  "Effect": "Allow",
//^^^^^^^^ This statement has neither Action nor NotAction.
  "Resource": "*"
}] }`,
    ));

  test('reports an empty statement on its brace', () =>
    checkRule(
      missingAction,
      `{ "Statement": [
  {}
//^ This statement has neither Action nor NotAction.
] }`,
    ));

  test('accepts NotAction', () => checkRule(missingAction, '{ "Statement": { "NotAction": "*" } }'));

  test('leaves a misspelt or slipped element to its own rule', () =>
    checkRule(
      missingAction,
      '{ "Statement": [{ "Actions": "*" }, { "Principal": { "AWS": "*", "Action": "*" } }] }',
    ));

  test('waits while the statement is being typed', () =>
    checkRule(missingAction, '{ "Statement": [{ "Effect": "Allow", '));

  test('fits a role trust policy', () =>
    checkFix(
      missingAction,
      '{ "Statement": { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" } } }',
      'Insert "Action"',
      '{ "Statement": { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } }',
      { policyType: 'trust' },
    ));

  test('fits the service of the resource', () =>
    checkFix(
      missingAction,
      `{
  "Statement": {
    "Effect": "Allow",
    "Resource": "arn:aws:lambda:us-east-1:111122223333:function:f"
  }
}`,
      'Insert "Action"',
      `{
  "Statement": {
    "Effect": "Allow",
    "Action": "lambda:CreateFunction",
    "Resource": "arn:aws:lambda:us-east-1:111122223333:function:f"
  }
}`,
    ));

  test('sends the keys of the conditions and fits the provider of a trust policy', () => {
    const titles = (members: string, policyType: 'identity' | 'trust'): string =>
      applied(`{ "Statement": { "Effect": "Allow", ${members} } }`, policyType);
    assert.match(
      titles(
        '"Resource": "arn:aws:s3:::b", "Condition": { "StringLike": { "s3:prefix": "a/*" } }',
        'identity',
      ),
      /"Action": "s3:ListBucket"/,
    );
    assert.match(
      titles('"Principal": { "Federated": "arn:aws:iam::111122223333:saml-provider/corp" }', 'trust'),
      /"Action": "sts:AssumeRoleWithSAML"/,
    );
    assert.match(
      titles('"Principal": { "Federated": "accounts.google.com" }', 'trust'),
      /"Action": "sts:AssumeRoleWithWebIdentity"/,
    );
  });

  test('inserts a harmless action where nothing is known', () =>
    checkFix(
      missingAction,
      '{ "Statement": { "Effect": "Allow", "Resource": "*" } }',
      'Insert "Action"',
      '{ "Statement": { "Effect": "Allow", "Action": "sts:GetCallerIdentity", "Resource": "*" } }',
    ));
});

function applied(text: string, policyType: 'identity' | 'trust'): string {
  const [finding] = findings(missingAction, text, { policyType });
  const [fix] = finding?.fixes() ?? [];
  assert.ok(fix);
  return applyEdits(text, plainEdits(fix));
}
