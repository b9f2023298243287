import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { arnWildcardAccount } from '../../../server/src/rules/resource/arn-wildcard-account.ts';
import { checkFix, checkRule, findings } from '../../support/check.ts';

describe('arn-wildcard-account', () => {
  test('reports the account', () =>
    checkRule(
      arnWildcardAccount,
      `{ "Statement": [{ "Effect": "Allow", "Action": "kms:De*", "Resource": [
      "arn:aws:kms:us-east-1:*:key/*",
//                           ^ "*" includes accounts of others, and keys that they open to you.
      "arn:aws:kms:us-east-1:111122223333:key/*", "arn:aws:kms:us-east-1:\${aws:PrincipalAccount}:key/*"
] }] }`,
    ));

  test('is silent for actions that stay inside the account, for a Deny and NotResource', () =>
    checkRule(
      arnWildcardAccount,
      `{ "Statement": [
        { "Effect": "Allow", "Action": ["iam:PassRole", "kms:DescribeKey"], "Resource": ["arn:aws:iam::*:role/app", "arn:aws:kms:*:*:key/*"] },
        { "Effect": "Allow", "Action": "ec2:StartInstances", "Resource": "arn:aws:ec2:*:*:instance/*" },
        { "Effect": "Deny", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::*:role/app" },
        { "Effect": "Allow", "Action": "sts:AssumeRole", "NotResource": "arn:aws:iam::*:role/app" }
      ] }`,
    ));

  test('is silent in the policy of a resource, which reaches only that one', () =>
    checkRule(
      arnWildcardAccount,
      `{ "Statement": { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sns:Publish",
        "Resource": "arn:aws:sns:*:*:alerts" } }`,
    ));

  test('is milder about data, and about roles and keys under a condition', () => {
    const severity = (members: string): string | undefined =>
      findings(arnWildcardAccount, `{ "Statement": { "Effect": "Allow", ${members} } }`)[0]?.severity;
    const role = '"Action": "sts:AssumeRole", "Resource": "arn:aws:iam::*:role/app"';
    const topic = '"Action": "sns:Publish", "Resource": "arn:aws:sns:*:*:alerts"';
    const tls = '"Condition": { "Bool": { "aws:SecureTransport": "true" } }';
    const account = `"Condition": { "StringEquals": { "aws:ResourceAccount": "\${aws:PrincipalAccount}" } }`;
    assert.equal(severity(role), 'warning');
    assert.equal(severity(`${role}, ${tls}`), 'information');
    assert.equal(severity(`${role}, ${account}`), undefined);
    assert.equal(severity(topic), 'information');
    assert.equal(severity(`${topic}, ${tls}`), undefined);
  });

  test('keeps to one account by a condition', () =>
    checkFix(
      arnWildcardAccount,
      '{ "Statement": { "Effect": "Allow", "Action": "sns:Publish", "Resource": "arn:aws:sns:*:*:alerts" } }',
      'Limit to one account by a condition',
      '{ "Statement": { "Effect": "Allow", "Action": "sns:Publish", "Resource": "arn:aws:sns:*:*:alerts", "Condition": { "StringEqualsIfExists": { "aws:ResourceAccount": "111122223333" } } } }',
    ));
});
