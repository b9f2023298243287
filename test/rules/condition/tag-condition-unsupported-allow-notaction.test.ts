import { describe, test } from 'node:test';
import { tagConditionUnsupportedAllowNotaction } from '../../../server/src/rules/condition/tag-condition-unsupported-allow-notaction.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('tag-condition-unsupported-allow-notaction', () => {
  test('reports the first tag that is asked for', () =>
    checkRule(
      tagConditionUnsupportedAllowNotaction,
      `{ "Statement": [{ "Effect": "Allow", "NotAction": ["iam:*", "sts:*"], "Resource": "*", "Condition": {
      "StringEquals": { "aws:PrincipalTag/a": "b", "aws:ResourceTag/team": "red", "aws:RequestTag/team": "red" }
//                                                 ^^^^^^^^^^^^^^^^^^^^^^ NotAction allows only actions that send "aws:ResourceTag/team". Many services send no tags.
} }] }`,
    ));

  test('is silent with Action, and where resources keep to a service', () => {
    for (const [element, resource] of [
      ['Action', '*'],
      ['NotAction', 'arn:aws:ec2:*:*:instance/*'],
    ]) {
      checkRule(
        tagConditionUnsupportedAllowNotaction,
        `{ "Statement": { "Effect": "Allow", "${element}": "iam:*", "Resource": "${resource}", "Condition": { "StringEquals": { "aws:ResourceTag/team": "red" } } } }`,
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
        tagConditionUnsupportedAllowNotaction,
        `{ "Statement": { "Effect": "Allow", "NotAction": "iam:*", "Resource": "*", "Condition": { ${test} } } }`,
      );
    }
  });

  test('asks for the actions instead', () =>
    checkFix(
      tagConditionUnsupportedAllowNotaction,
      '{ "Statement": { "Effect": "Allow", "NotAction": ["iam:*", "sts:*"], "Resource": "*", "Condition": { "Null": { "aws:ResourceTag/team": "false" } } } }',
      'Name the actions that are meant',
      '{ "Statement": { "Effect": "Allow", "Action": ["ec2:*"], "Resource": "*", "Condition": { "Null": { "aws:ResourceTag/team": "false" } } } }',
    ));
});
