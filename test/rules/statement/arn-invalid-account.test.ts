import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { arnInvalidAccount } from '../../../server/src/rules/statement/arn-invalid-account.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

describe('arn-invalid-account', () => {
  test('reports the account', () =>
    checkRule(
      arnInvalidAccount,
      `{ "Statement": [{
      "Resource": [
        "arn:aws:iam::12345:role/app",
//                    ^^^^^ "12345" is no account id; it must have 12 digits.
        "arn:aws:iam::sandbox:role/app"
//                    ^^^^^^^ "sandbox" is no account id; it must have 12 digits.
      ]
}] }`,
    ));

  test('only informs about a word that stands for an account', () => {
    const policy = '{ "Statement": { "Resource": "arn:aws:iam::ACCOUNT-ID:role/app" } }';
    const [finding] = findings(arnInvalidAccount, policy);
    assert.equal(finding?.message, '"ACCOUNT-ID" stands for an account id; it has to be filled in.');
    assert.equal(finding.severity, 'information');
  });

  test('accepts ids, none, AWS itself, wildcards, variables and placeholders', () =>
    checkRule(
      arnInvalidAccount,
      `{ "Statement": { "Resource": [
        "arn:aws:iam::111122223333:role/app", "arn:aws:s3:::b", "arn:aws:iam::aws:policy/ReadOnlyAccess",
        "arn:aws:iam::cloudfront:user/x", "arn:aws:iam::*:role/app", "arn:aws:iam::1111*:role/app",
        "arn:aws:iam::\${aws:PrincipalAccount}:role/app", "arn:aws:iam::\${AWS::AccountId}:role/app",
        "arn:aws:iam::<account>:role/app", "arn:aws:iam::{{account}}:role/app", "*"
      ] } }`,
    ));

  test('leaves short ARNs to arn-missing-field', () =>
    checkRule(arnInvalidAccount, '{ "Statement": { "Resource": "arn:aws:iam::role/app" } }'));

  test('fills up with zeros, takes out separators', () => {
    const first = (account: string) =>
      fixTitles(arnInvalidAccount, `{ "Statement": { "Resource": "arn:aws:iam::${account}:role/x" } }`)[0];
    assert.equal(first('122223333'), 'Change to "arn:aws:iam::000122223333:role/x"');
    assert.equal(first('1111-2222-3333'), 'Change to "arn:aws:iam::111122223333:role/x"');
    assert.equal(first('1111 2222 3333'), 'Change to "arn:aws:iam::111122223333:role/x"');
    assert.equal(first('111122223333a'), 'Change to "arn:aws:iam::111122223333:role/x"');
    assert.equal(first('111122223333abc'), 'Insert an account id');
    assert.equal(first('12345'), 'Insert an account id');
    assert.equal(first('1111222233334'), 'Insert an account id');
  });

  test('inserts an account where the resource stands in its place', () =>
    checkFix(
      arnInvalidAccount,
      '{ "Statement": { "Resource": "arn:aws:lambda:us-east-1:function:app" } }',
      'Change to "arn:aws:lambda:us-east-1:*:function:app"',
      '{ "Statement": { "Resource": "arn:aws:lambda:us-east-1:*:function:app" } }',
    ));

  test('lets the user type the id, and keeps variables', () =>
    checkFix(
      arnInvalidAccount,
      '{ "Statement": { "Resource": "arn:aws:iam::me:user/${aws:username}" } }',
      'Insert an account id',
      '{ "Statement": { "Resource": "arn:aws:iam::111122223333:user/${aws:username}" } }',
    ));

  test('prefers an account that the statement names, in conditions too', () => {
    const text = (account: string): string =>
      `{ "Statement": { "Resource": "arn:aws:sns:*:444455556666:t", "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:s3::${account}:x" } } } }`;
    checkFix(
      arnInvalidAccount,
      text('44445555666'),
      'Change to "arn:aws:s3::444455556666:x"',
      text('444455556666'),
    );
  });
});
