import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { conditionKeyUnsupportedByAnyAction } from '../../../server/src/rules/condition/condition-key-unsupported-by-any-action.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

const statement = (actions: string, condition: string, effect = 'Allow'): string =>
  `{ "Statement": { "Effect": "${effect}", "Action": ${actions}, "Resource": "*", "Condition": { ${condition} } } }`;

describe('condition-key-unsupported-by-any-action', () => {
  test('reports a key that nothing sends, patterns expanded', () =>
    checkRule(
      conditionKeyUnsupportedByAnyAction,
      `{ "Statement": [{ "Effect": "Allow", "Action": ["s3:Get*", "dynamodb:*"], "Resource": "*", "Condition": {
      "StringLike": { "s3:prefix": "home/*" }
//                    ^^^^^^^^^^^ No action of the statement sends "s3:prefix". So the statement never allows anything.
} }] }`,
    ));

  test('says what becomes of a Deny, and of a negated test', () => {
    for (const [effect, operator, consequence] of [
      ['Deny', 'StringLike', 'So the statement never denies anything.'],
      ['Deny', 'StringNotLike', 'So the test is true whatever its values.'],
      ['Allow', 'StringNotLike', 'So the test is true whatever its values.'],
    ]) {
      checkRule(
        conditionKeyUnsupportedByAnyAction,
        `{ "Statement": [{ "Effect": "${effect}", "Action": "s3:GetObject", "Resource": "*", "Condition": { "${operator}": {
      "s3:prefix": "home/*"
//    ^^^^^^^^^^^ No action of the statement sends "s3:prefix". ${consequence}
} } }] }`,
      );
    }
  });

  test('is silent where one action sends it, or may send it', () => {
    for (const actions of [
      '["s3:GetObject", "s3:ListBucket"]',
      '"s3:*"',
      '"*"',
      '"new:Thing"',
      '["s3:GetObject", "s3:BrewTea"]',
    ]) {
      checkRule(
        conditionKeyUnsupportedByAnyAction,
        statement(actions, '"StringLike": { "s3:prefix": "a*" }'),
      );
    }
  });

  test('leaves IfExists, tags, NotAction and unknown keys alone', () => {
    for (const text of [
      statement('"s3:GetObject"', '"StringLikeIfExists": { "s3:prefix": "a*" }'),
      statement('"ec2:DescribeInstances"', '"StringEquals": { "aws:ResourceTag/team": "red" }'),
      statement('"s3:GetObject"', '"StringLike": { "s3:no-such-key": "a*" }'),
      statement('"s3:GetObject"', '"StringLike": { "s3:prefix": "a*" }').replace('Action', 'NotAction'),
    ]) {
      checkRule(conditionKeyUnsupportedByAnyAction, text);
    }
  });

  test('offers the key of the right service, or to remove the test', () => {
    const text = statement('"iam:CreateRole"', '"StringEquals": { "ec2:ResourceTag/team": "red" }');
    assert.deepEqual(fixTitles(conditionKeyUnsupportedByAnyAction, text), [
      'Change to "aws:ResourceTag/team"',
      'Change to "iam:ResourceTag/team"',
      'Remove the tests of "ec2:ResourceTag/team"',
    ]);
  });

  test('removes the test, and the condition with the last one', () => {
    checkFix(
      conditionKeyUnsupportedByAnyAction,
      statement('"s3:GetObject"', '"StringLike": { "s3:prefix": "a*" }'),
      'Remove the tests of "s3:prefix"',
      '{ "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } }',
    );
    checkFix(
      conditionKeyUnsupportedByAnyAction,
      statement(
        '"s3:GetObject"',
        '"StringLike": { "s3:prefix": "a*" }, "Bool": { "aws:SecureTransport": "true" }',
      ),
      'Remove the tests of "s3:prefix"',
      statement('"s3:GetObject"', '"Bool": { "aws:SecureTransport": "true" }'),
    );
  });

  test('leaves a key that goes with the resources to the rules about the actions that do not', () =>
    checkRule(
      conditionKeyUnsupportedByAnyAction,
      '{ "Statement": { "Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": "arn:aws:s3:::b", "Condition": { "StringLike": { "s3:prefix": "a/*" } } } }',
    ));
});
