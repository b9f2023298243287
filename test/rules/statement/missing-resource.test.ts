import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { missingResource } from '../../../server/src/rules/statement/missing-resource.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('missing-resource', () => {
  test('reports the first key', () =>
    checkRule(
      missingResource,
      `{ "Statement": [{
  "Effect": "Allow",
//^^^^^^^^ This statement has neither Resource nor NotResource.
  "Action": "s3:GetObject"
}] }`,
    ));

  test('accepts NotResource', () =>
    checkRule(missingResource, '{ "Statement": { "Action": "*", "NotResource": "*" } }'));

  test('knows that a role trust policy has none', () =>
    checkRule(
      missingResource,
      '{ "Statement": { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } }',
    ));

  test('lets a resource-based policy do without', () =>
    checkRule(
      missingResource,
      '{ "Statement": { "Effect": "Allow", "Principal": "*", "Action": "ecr:BatchGetImage" } }',
    ));

  test('reports it in a resource-based policy that names resources elsewhere', () =>
    checkRule(
      missingResource,
      `{ "Statement": [
  { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*" },
  { "Effect": "Deny", "Principal": "*", "Action": "s3:PutObject" }
//  ^^^^^^^^ This statement has neither Resource nor NotResource.
] }`,
    ));

  test('reports it in the policy of a bucket, a queue or a topic', () =>
    checkRule(
      missingResource,
      `{ "Statement": [{ "Effect": "Allow", "Principal": "*", "Action": ["s3:GetObject", "ecr:BatchGetImage"] },
      {
        "Effect": "Allow",
//      ^^^^^^^^ This statement has neither Resource nor NotResource.
        "Principal": "*", "Action": ["sqs:SendMessage"] }] }`,
    ));

  test('leaves a misspelt element to its own rule', () =>
    checkRule(
      missingResource,
      '{ "Statement": [{ "Action": "*", "Resources": "*" }, { "Action": "*", "Condition": { "Resource": "*" } }] }',
    ));

  test('waits while the statement is being typed', () =>
    checkRule(missingResource, '{ "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", '));

  test('inserts the ARNs that the actions need', () =>
    checkFix(
      missingResource,
      '{ "Statement": { "Action": ["s3:GetObject", "s3:ListBucket"] } }',
      'Insert "Resource" with bucket and object ARNs',
      '{ "Statement": { "Action": ["s3:GetObject", "s3:ListBucket"], "Resource": ["arn:aws:s3:::amzn-s3-demo-bucket", "arn:aws:s3:::amzn-s3-demo-bucket/*"] } }',
    ));

  test('offers only * for an action without resource types', () =>
    assert.deepEqual(
      fixTitles(missingResource, '{ "Statement": { "Action": ["s3:GetObject", "ec2:DescribeInstances"] } }'),
      ['Insert "Resource": "*"'],
    ));

  test('offers only * for what could be anything', () =>
    assert.deepEqual(
      fixTitles(missingResource, '{ "Statement": [{ "Action": "*" }, { "NotAction": "s3:GetObject" }] }'),
      ['Insert "Resource": "*"', 'Insert "Resource": "*"'],
    ));

  test('takes the resource of the other statements in the policy of a resource', () => {
    const policy = (resource: string): string =>
      `{ "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::b" },
        { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject"${resource} }] }`;
    checkFix(
      missingResource,
      policy(''),
      'Insert "Resource" with "arn:aws:s3:::b/*"',
      policy(', "Resource": "arn:aws:s3:::b/*"'),
      { policyType: 'resource' },
    );
  });
});
