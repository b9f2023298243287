import { describe, test } from 'node:test';
import { missingStatement } from '../../../server/src/rules/document/missing-statement.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('missing-statement', () => {
  test('reports the first key', () =>
    checkRule(
      missingStatement,
      `{
  "Version": "2012-10-17"
//^^^^^^^^^ This policy has no Statement.
}`,
    ));

  test('reports an empty list', () =>
    checkRule(
      missingStatement,
      `{
  "Statement": [ ]
//^^^^^^^^^^^ This policy has no statement; AWS rejects an empty list.
}`,
    ));

  test('waits while the policy is being typed', () =>
    checkRule(missingStatement, '{ "Version": "2012-10-17", '));

  test('leaves misspelt and stray elements to their own rule', () =>
    checkRule(missingStatement, '{ "Statements": [] }'));

  test('leaves elements outside a statement to their own rule', () =>
    checkRule(missingStatement, '{ "Effect": "Allow", "Action": "*" }'));

  test('does not take functions of CloudFormation for an empty list', () =>
    checkRule(missingStatement, '{ "Version": "2012-10-17", "Statement": [{ "Fn::If": ["a", {}, {}] }] }'));

  test('inserts what a role trust policy needs', () =>
    checkFix(
      missingStatement,
      '{ "Version": "2012-10-17" }',
      'Insert a statement',
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }] }',
      { policyType: 'trust' },
    ));

  test('fills an empty list', () =>
    checkFix(
      missingStatement,
      '{ "Statement": [] }',
      'Insert a statement',
      '{ "Statement": [{ "Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": "*" }] }',
      { policyType: 'rcp' },
    ));
});
