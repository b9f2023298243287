import { describe, test } from 'node:test';
import { missingAction } from '../../../server/src/rules/statement/missing-action.ts';
import { checkFix, checkRule } from '../../support/check.ts';

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
    "Action": "lambda:List*",
    "Resource": "arn:aws:lambda:us-east-1:111122223333:function:f"
  }
}`,
    ));

  test('inserts a harmless action where nothing is known', () =>
    checkFix(
      missingAction,
      '{ "Statement": { "Effect": "Allow", "Resource": "*" } }',
      'Insert "Action"',
      '{ "Statement": { "Effect": "Allow", "Action": "sts:GetCallerIdentity", "Resource": "*" } }',
    ));
});
