import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { accountIdValue } from '../../../server/src/rules/condition/account-id-value.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

describe('account-id-value', () => {
  test('reports what has not 12 digits', () =>
    checkRule(
      accountIdValue,
      `{ "Statement": [{
  "Condition": {
    "StringEquals": { "aws:PrincipalAccount": ["111122223333", "1111-2222-3333", "sandbox"] },
//                                                             ^^^^^^^^^^^^^^^^ "1111-2222-3333" is no account id; it must have 12 digits.
//                                                                               ^^^^^^^^^ "sandbox" is no account id; it must have 12 digits.
    "StringNotEqualsIfExists": { "kms:CallerAccount": 123 }
//                                                    ^^^ "123" is no account id; it must have 12 digits.
  }
}] }`,
    ));

  test('only informs about a word that stands for an account', () => {
    const policy =
      '{ "Statement": { "Condition": { "StringEquals": { "aws:SourceAccount": "your-account-id" } } } }';
    const [finding] = findings(accountIdValue, policy);
    assert.equal(finding?.message, '"your-account-id" stands for an account id; it has to be filled in.');
    assert.equal(finding.severity, 'information');
  });

  test('is silent on accounts, with and without quotes, and on what AWS puts in their place', () =>
    checkRule(
      accountIdValue,
      `{ "Statement": [{
  "Condition": { "StringEquals": { "aws:SourceAccount": ["012345678901", 111122223333], "aws:PrincipalAccount": "anonymous" } }
}] }`,
    ));

  test('leaves wildcards, variables and what is filled in later alone', () =>
    checkRule(
      accountIdValue,
      `{ "Statement": [{
  "Condition": { "StringLike": { "aws:ResourceAccount": ["1111*", "\${aws:PrincipalAccount}", "\${account}", "<account>", { "Ref": "AWS::AccountId" }] } }
}] }`,
    ));

  test('is silent on other keys, on Null and on an empty text that must not be there', () =>
    checkRule(
      accountIdValue,
      `{ "Statement": [{
  "Condition": { "StringEquals": { "aws:username": "a" }, "Null": { "aws:SourceAccount": "false" }, "StringNotEquals": { "aws:SourceAccount": "" } }
}] }`,
    ));

  test('takes the account out of an ARN', () =>
    checkFix(
      accountIdValue,
      '{ "Statement": { "Condition": { "StringEquals": { "aws:SourceAccount": "arn:aws:iam::111122223333:root" } } } }',
      'Change to "111122223333"',
      '{ "Statement": { "Condition": { "StringEquals": { "aws:SourceAccount": "111122223333" } } } }',
    ));

  test('tests the organization if all values are one', () =>
    checkFix(
      accountIdValue,
      '{ "Statement": { "Condition": { "StringEquals": { "aws:PrincipalAccount": "o-a1b2c3d4e5" } } } }',
      'Test "aws:PrincipalOrgID"',
      '{ "Statement": { "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } } }',
    ));

  test('offers nothing where nobody knows what is meant', () =>
    assert.deepEqual(
      fixTitles(
        accountIdValue,
        '{ "Statement": { "Condition": { "StringEquals": { "aws:PrincipalAccount": "sandbox" } } } }',
      ),
      [],
    ));

  test('reads letters that look like digits', () => {
    const policy = (account: string): string =>
      `{ "Statement": { "Condition": { "StringEquals": { "aws:SourceAccount": "${account}" } } } }`;
    checkFix(accountIdValue, policy('1l112222333O'), 'Change to "111122223330"', policy('111122223330'));
  });
});
