import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { conditionKeyUnsupportedByAnyAction } from '../../../server/src/rules/condition/condition-key-unsupported-by-any-action.ts';
import { ifexistsRedundantOnNegated } from '../../../server/src/rules/condition/ifexists-redundant-on-negated.ts';
import { ifexistsUnsupportedKey } from '../../../server/src/rules/condition/ifexists-unsupported-key.ts';
import { checkFix, checkRule } from '../../support/check.ts';
import { outcomes } from '../../support/conditions-hold.ts';

const policy = (effect: string, action: string, condition: string): string =>
  `{ "Statement": [{ "Effect": "${effect}", "Action": ${action}, "Resource": "*", "Condition": ${condition} }] }`;

const OTHER = '{ "StringEqualsIfExists": { "ec2:InstanceType": "t3.micro" } }';

describe('ifexists-unsupported-key', () => {
  test('reports the key, in Allow and Deny', () => {
    for (const effect of ['Allow', 'Deny']) {
      checkRule(
        [ifexistsUnsupportedKey, conditionKeyUnsupportedByAnyAction],
        `{ "Statement": { "Effect": "${effect}", "Action": ["s3:GetObject", "s3:Put*"], "Resource": "*", "Condition": {
      "StringEqualsIfExists": { "ec2:InstanceType": "t3.micro" }
//                              ^^^^^^^^^^^^^^^^^^ No action of the statement sends "ec2:InstanceType". So "IfExists" makes the test always true.
} } }`,
      );
    }
  });

  test('does not blame the suffix of a negated operator, and is the only one to speak', () =>
    checkRule(
      [ifexistsUnsupportedKey, ifexistsRedundantOnNegated],
      `{ "Statement": { "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*", "Condition": {
      "StringNotEqualsIfExists": { "ec2:InstanceType": "t3.micro" }
//                                 ^^^^^^^^^^^^^^^^^^ No action of the statement sends "ec2:InstanceType". So the test is always true.
} } }`,
    ));

  test('is true of every request that the statement is about: none has the key', () => {
    assert.deepEqual(outcomes(OTHER, [{}]), [true]);
    assert.deepEqual(outcomes('{ "StringNotEqualsIfExists": { "ec2:InstanceType": "t3.micro" } }', [{}]), [
      true,
    ]);
  });

  test('is silent where some action sends the key: that is what the suffix is for', () => {
    checkRule(
      ifexistsUnsupportedKey,
      policy('Allow', '["ec2:RunInstances", "ec2:DescribeInstances"]', OTHER),
    );
    checkRule(ifexistsUnsupportedKey, policy('Allow', '["s3:GetObject", "ec2:*"]', OTHER));
  });

  test('is silent without the suffix, on global keys, and on actions that are not known', () => {
    checkRule(ifexistsUnsupportedKey, policy('Allow', '"s3:GetObject"', OTHER.replace('IfExists', '')));
    checkRule(
      ifexistsUnsupportedKey,
      policy('Allow', '"s3:GetObject"', OTHER.replace('ec2:InstanceType', 'aws:SourceIp')),
    );
    checkRule(ifexistsUnsupportedKey, policy('Allow', '"s3:BrewTea"', OTHER));
    checkRule(ifexistsUnsupportedKey, policy('Allow', '"${action}"', OTHER));
    checkRule(ifexistsUnsupportedKey, policy('Allow', '"*"', OTHER));
  });

  test('deletes the test', () =>
    checkFix(
      ifexistsUnsupportedKey,
      policy(
        'Allow',
        '"s3:GetObject"',
        OTHER.replace(/ }$/, ', "Bool": { "aws:SecureTransport": "true" } }'),
      ),
      'Delete the test of "ec2:InstanceType"',
      policy('Allow', '"s3:GetObject"', '{ "Bool": { "aws:SecureTransport": "true" } }'),
    ));
});
