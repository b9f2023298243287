import { describe, test } from 'node:test';
import { tagConditionUnsupportedAllow } from '../../../server/src/rules/condition/tag-condition-unsupported-allow.ts';
import { checkFix, checkRule } from '../../support/check.ts';

const TAG = '"StringEquals": { "aws:ResourceTag/team": "red" }';

const statement = (actions: string, condition: string, effect = 'Allow'): string =>
  `{ "Statement": { "Effect": "${effect}", "Action": ${actions}, "Resource": "*", "Condition": { ${condition} } } }`;

describe('tag-condition-unsupported-allow', () => {
  test('reports actions and patterns that never send the tag, at the first', () =>
    checkRule(
      tagConditionUnsupportedAllow,
      `{ "Statement": [{ "Effect": "Allow", "Resource": "*",
      "Action": ["ec2:StartInstances", "ec2:Describe*", "lambda:ListFunctions"],
//                                     ^^^^^^^^^^^^^^^ "ec2:Describe*" and "lambda:ListFunctions" never send "aws:ResourceTag/team". So they are never allowed here.
      "Condition": { "StringEquals": { "aws:ResourceTag/team": "red" } }
}] }`,
    ));

  test('reports the key where no action sends it', () =>
    checkRule(
      tagConditionUnsupportedAllow,
      `{ "Statement": [{ "Effect": "Allow", "Resource": "*", "Action": "ec2:DescribeInstances", "Condition": { "StringEquals": {
      "aws:RequestTag/team": "red"
//    ^^^^^^^^^^^^^^^^^^^^^ No action of the statement sends "aws:RequestTag/team". So the statement never allows anything.
} } }] }`,
    ));

  test('says that a negated test is no limit', () =>
    checkRule(
      tagConditionUnsupportedAllow,
      `{ "Statement": [{ "Effect": "Allow", "Resource": "*",
      "Action": ["ec2:RunInstances", "ec2:DescribeInstances"],
//                                   ^^^^^^^^^^^^^^^^^^^^^^^ "ec2:DescribeInstances" never sends "aws:RequestTag/team". So the test is true for it whatever its values.
      "Condition": { "StringNotEquals": { "aws:RequestTag/team": "red" } }
}] }`,
    ));

  test('is silent for what sends the tag, or may do so', () => {
    for (const actions of [
      '["ec2:StartInstances", "s3:GetObject"]',
      '"ec2:*"',
      '"*"',
      '"new:*"',
      '"ec2:BrewTea"',
    ]) {
      checkRule(tagConditionUnsupportedAllow, statement(actions, TAG));
    }
    checkRule(tagConditionUnsupportedAllow, statement('"lambda:CreateSomething"', TAG));
  });

  test('leaves Deny, tags of callers and IfExists alone', () => {
    checkRule(tagConditionUnsupportedAllow, statement('"ec2:DescribeInstances"', TAG, 'Deny'));
    checkRule(
      tagConditionUnsupportedAllow,
      statement('"ec2:DescribeInstances"', '"StringEquals": { "aws:PrincipalTag/team": "red" }'),
    );
    checkRule(
      tagConditionUnsupportedAllow,
      statement('"ec2:DescribeInstances"', TAG.replace('Equals', 'EqualsIfExists')),
    );
    checkRule(
      tagConditionUnsupportedAllow,
      statement('"ec2:DescribeInstances"', '"ForAllValues:StringEquals": { "aws:TagKeys": "team" }'),
    );
  });

  test('removes the test where no action sends the tag', () =>
    checkFix(
      tagConditionUnsupportedAllow,
      statement('"ec2:DescribeInstances"', TAG),
      'Remove the tests of "aws:ResourceTag/team"',
      '{ "Statement": { "Effect": "Allow", "Action": "ec2:DescribeInstances", "Resource": "*" } }',
    ));
});
