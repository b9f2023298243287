import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { conditionKeyUnsupportedByResourceType } from '../../../server/src/rules/action/condition-key-unsupported-by-resource-type.ts';
import { allFindings } from '../../support/all-findings.ts';
import { checkRule } from '../../support/check.ts';

describe('condition-key-unsupported-by-resource-type', () => {
  test('reports an action whose key comes with other resources', () =>
    checkRule(
      conditionKeyUnsupportedByResourceType,
      `{ "Statement": [{ "Effect": "Allow",
      "Action": ["ec2:DescribeInstances", "ec2:RunInstances"],
//                                        ^^^^^^^^^^^^^^^^^^ "ec2:RunInstances" sends "ec2:InstanceType" only for the type instance. Nothing is allowed here.
      "Resource": ["arn:aws:ec2:*:*:subnet/*", "arn:aws:ec2:*::image/*"],
      "Condition": { "StringEquals": { "ec2:InstanceType": "t3.micro" } }
}] }`,
    ));

  test('says that a negated test is always true', () =>
    checkRule(
      conditionKeyUnsupportedByResourceType,
      `{ "Statement": [{ "Effect": "Deny",
      "Action": "ec2:RunInstances",
//              ^^^^^^^^^^^^^^^^^^ "ec2:RunInstances" sends "ec2:InstanceType" only for the type instance. The test is always true here.
      "Resource": "arn:aws:ec2:*:*:subnet/*",
      "Condition": { "StringNotEquals": { "ec2:InstanceType": "t3.micro" } }
}] }`,
    ));

  test('is silent where a resource brings the key, or may bring it', () => {
    for (const resource of [
      '"*"',
      '"arn:aws:ec2:*:*:*"',
      '["arn:aws:ec2:*:*:subnet/*", "arn:aws:ec2:*:*:instance/*"]',
      '"arn:aws:ec2:*:*:${kind}/*"',
      '"arn:aws:ec2:*:*:something-new/*"',
    ]) {
      checkRule(
        conditionKeyUnsupportedByResourceType,
        `{ "Statement": { "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": ${resource}, "Condition": { "StringEquals": { "ec2:InstanceType": "t3.micro" } } } }`,
      );
    }
  });

  test('is silent about access points in statements about the bucket behind them', () => {
    for (const key of ['s3:DataAccessPointAccount', 's3:DataAccessPointArn', 's3:AccessPointNetworkOrigin']) {
      const found = allFindings(
        `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*", "Condition": { "StringNotLike": { "${key}": "1" } } } }`,
      );
      assert.ok(!found.some(({ rule }) => rule === conditionKeyUnsupportedByResourceType), key);
    }
  });

  test('is silent about keys of the action itself, IfExists and patterns', () => {
    for (const [action, test] of [
      ['ec2:RunInstances', '"StringEquals": { "ec2:Region": "eu-west-1" }'],
      ['ec2:RunInstances', '"StringEqualsIfExists": { "ec2:InstanceType": "t3.micro" }'],
      ['ec2:Run*', '"StringEquals": { "ec2:InstanceType": "t3.micro" }'],
    ]) {
      checkRule(
        conditionKeyUnsupportedByResourceType,
        `{ "Statement": { "Effect": "Allow", "Action": "${action}", "Resource": "arn:aws:ec2:*:*:subnet/*", "Condition": { ${test} } } }`,
      );
    }
  });
});
