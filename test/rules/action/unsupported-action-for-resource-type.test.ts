import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { actionResourceMismatch } from '../../../server/src/rules/action/action-resource-mismatch.ts';
import { unsupportedActionForResourceType } from '../../../server/src/rules/action/unsupported-action-for-resource-type.ts';
import { checkFix, checkRule, findings } from '../../support/check.ts';

const RESOURCE = { policyType: 'resource' } as const;
const TRUST = { policyType: 'trust' } as const;

describe('unsupported-action-for-resource-type', () => {
  test('reports actions of other services than the ARNs together', () =>
    checkRule(
      unsupportedActionForResourceType,
      `{ "Statement": [{ "Effect": "Allow", "Principal": "*",
      "Action": ["s3:GetObject", "kms:Decrypt", "sns:Publish"],
//                               ^^^^^^^^^^^^^ "kms:Decrypt" and "sns:Publish" have no place in a policy of s3.
      "Resource": "arn:aws:s3:::app/*"
}] }`,
      RESOURCE,
    ));

  test('reports what works on no resource at all', () =>
    checkRule(
      unsupportedActionForResourceType,
      `{ "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "111122223333" },
      "Action": ["s3:ListBucket", "s3:ListAllMyBuckets"],
//                                ^^^^^^^^^^^^^^^^^^^^^ "s3:ListAllMyBuckets" has no place in a policy of s3.
      "Resource": "arn:aws:s3:::app"
}] }`,
      RESOURCE,
    ));

  test('tells from the other actions what a policy with "*" is about', () =>
    checkRule(
      unsupportedActionForResourceType,
      `{ "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "111122223333" },
      "Action": ["s3:GetObject", "kms:Decrypt", "kms:*"],
//               ^^^^^^^^^^^^^^ "s3:GetObject" has no place in a policy of kms.
      "Resource": "*"
}] }`,
      RESOURCE,
    ));

  test('reports all that assumes no role in a trust policy', () =>
    checkRule(
      unsupportedActionForResourceType,
      `{ "Statement": [{ "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" },
      "Action": ["sts:AssumeRole", "sts:tagsession", "sts:GetCallerIdentity", "s3:*"]
//                                                   ^^^^^^^^^^^^^^^^^^^^^^^ "sts:GetCallerIdentity" and "s3:*" have no place in a role trust policy.
}] }`,
      TRUST,
    ));

  test('leaves patterns over STS, unknown names and statements without principals alone', () => {
    for (const statement of [
      '"Principal": { "AWS": "111122223333" }, "Action": ["sts:*", "*", "sts:AssumeRole*"]',
      '"Principal": { "AWS": "111122223333" }, "Action": ["sts:AssumeRoles", "new:Thing"]',
      '"Action": ["s3:GetObject"]',
    ]) {
      checkRule(
        unsupportedActionForResourceType,
        `{ "Statement": { "Effect": "Allow", ${statement} } }`,
        TRUST,
      );
    }
  });

  test('is silent about policies for everyone with "*", and where nothing tells what it is about', () => {
    for (const statement of [
      '"Principal": "*", "Action": ["s3:*", "kms:*"], "Resource": "*"',
      '"Principal": { "AWS": "*" }, "Action": ["s3:*", "kms:*"], "Resource": "*"',
      '"Principal": { "AWS": "111122223333" }, "Action": "s3:*", "Resource": "arn:aws:s3:::app/*"',
      '"Principal": { "AWS": "111122223333" }, "Action": ["s3:GetObject", "kms:Decrypt"], "Resource": "${arn}"',
      '"Principal": { "AWS": "111122223333" }, "Action": ["s3:GetObject", "kms:Decrypt"], "Resource": "*"',
      '"Principal": { "AWS": "111122223333" }, "Action": ["iam:GetUser", "sts:AssumeRole"], "Resource": "*"',
    ]) {
      const text = `{ "Statement": { "Effect": "Deny", ${statement} } }`;
      checkRule(unsupportedActionForResourceType, text, RESOURCE);
    }
  });

  test('is the one finding for such an action', () => {
    const found = findings(
      [actionResourceMismatch, unsupportedActionForResourceType],
      '{ "Statement": { "Effect": "Allow", "Principal": "*", "Action": ["s3:GetObject", "kms:Decrypt"], "Resource": "arn:aws:s3:::app/*" } }',
      RESOURCE,
    );
    assert.deepEqual(
      found.map(({ rule }) => rule.id),
      ['unsupported-action-for-resource-type'],
    );
  });

  test('removes the actions', () =>
    checkFix(
      unsupportedActionForResourceType,
      '{ "Statement": { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": ["sts:AssumeRole", "s3:GetObject"] } }',
      'Remove "s3:GetObject"',
      '{ "Statement": { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": ["sts:AssumeRole"] } }',
      TRUST,
    ));
});
