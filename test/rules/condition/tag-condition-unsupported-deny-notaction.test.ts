import { describe, test } from 'node:test';
import { tagConditionUnsupportedDenyNotaction } from '../../../server/src/rules/condition/tag-condition-unsupported-deny-notaction.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('tag-condition-unsupported-deny-notaction', () => {
  test('reports the first tag that is asked for', () =>
    checkRule(
      tagConditionUnsupportedDenyNotaction,
      `{ "Statement": [{ "Effect": "Deny", "NotAction": ["iam:*", "sts:*"], "Resource": "*", "Condition": {
      "StringEquals": { "aws:PrincipalTag/a": "b", "aws:ResourceTag/team": "red", "aws:RequestTag/team": "red" }
//                                                 ^^^^^^^^^^^^^^^^^^^^^^ Actions that never send "aws:ResourceTag/team" are not denied. Many services send no tags.
} }] }`,
    ));

  test('is silent with Action, and where resources keep to a service', () => {
    for (const [element, resource] of [
      ['Action', '*'],
      ['NotAction', 'arn:aws:ec2:*:*:instance/*'],
    ]) {
      checkRule(
        tagConditionUnsupportedDenyNotaction,
        `{ "Statement": { "Effect": "Deny", "${element}": "iam:*", "Resource": "${resource}", "Condition": { "StringEquals": { "aws:ResourceTag/team": "red" } } } }`,
      );
    }
  });

  test('is silent about negated tests, IfExists, and tags of the caller', () => {
    for (const test of [
      '"StringNotEquals": { "aws:ResourceTag/team": "red" }',
      '"StringEqualsIfExists": { "aws:ResourceTag/team": "red" }',
      '"Null": { "aws:ResourceTag/team": "true" }',
      '"StringEquals": { "aws:PrincipalTag/team": "red" }',
    ]) {
      checkRule(
        tagConditionUnsupportedDenyNotaction,
        `{ "Statement": { "Effect": "Deny", "NotAction": "iam:*", "Resource": "*", "Condition": { ${test} } } }`,
      );
    }
  });

  test('asks for the actions instead', () =>
    checkFix(
      tagConditionUnsupportedDenyNotaction,
      '{ "Statement": { "Effect": "Deny", "NotAction": ["iam:*", "sts:*"], "Resource": "*", "Condition": { "Null": { "aws:ResourceTag/team": "false" } } } }',
      'Name the actions that are meant',
      '{ "Statement": { "Effect": "Deny", "Action": ["ec2:*"], "Resource": "*", "Condition": { "Null": { "aws:ResourceTag/team": "false" } } } }',
    ));
});
