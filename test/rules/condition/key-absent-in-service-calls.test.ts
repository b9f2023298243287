import { describe, test } from 'node:test';
import { keyAbsentInServiceCalls } from '../../../server/src/rules/condition/key-absent-in-service-calls.ts';
import { checkFix, checkRule } from '../../support/check.ts';

const OPTIONS = { policyType: 'resource' } as const;

describe('key-absent-in-service-calls', () => {
  test('reports keys of users and roles', () =>
    checkRule(
      keyAbsentInServiceCalls,
      `{ "Statement": [{
  "Principal": { "Service": ["sns.amazonaws.com", "s3.amazonaws.com"] },
  "Condition": {
    "StringEquals": { "aws:PrincipalTag/team": "a" },
//                    ^^^^^^^^^^^^^^^^^^^^^^^ Services call without "aws:PrincipalTag/team", so this test never holds.
    "ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/a" },
//                  ^^^^^^^^^^^^^^^^^^ Services call without "aws:PrincipalArn", so this test always holds.
    "StringEqualsIfExists": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }
//                            ^^^^^^^^^^^^^^^^^^^^ Services call without "aws:PrincipalOrgID", so this test always holds.
  }
}] }`,
      OPTIONS,
    ));

  test('is silent on keys that services send, and on Null', () =>
    checkRule(
      keyAbsentInServiceCalls,
      `{ "Statement": [{
  "Principal": { "Service": "sns.amazonaws.com" },
  "Condition": { "StringEquals": { "aws:SourceOrgID": "o-a1b2c3d4e5", "aws:PrincipalAccount": "111122223333" }, "Null": { "aws:PrincipalOrgID": "true" } }
}] }`,
      OPTIONS,
    ));

  test('is silent on what IAM Roles Anywhere reads in certificates', () =>
    checkRule(
      keyAbsentInServiceCalls,
      `{ "Statement": [{
  "Principal": { "Service": "rolesanywhere.amazonaws.com" },
  "Condition": { "StringEquals": { "aws:PrincipalTag/x509Subject/OU": "plants", "aws:PrincipalTag/x509SAN/DNS": "a.example" } }
}] }`,
      { policyType: 'trust' },
    ));

  test('is silent where others call, too, or nobody knows who', () =>
    checkRule(
      keyAbsentInServiceCalls,
      `{ "Statement": [{
  "Principal": { "Service": "sns.amazonaws.com", "AWS": "111122223333" },
  "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }
}, {
  "Principal": { "Service": { "Ref": "Service" } },
  "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }
}, {
  "NotPrincipal": { "Service": "sns.amazonaws.com" },
  "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }
}, {
  "Principal": "*",
  "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }
}] }`,
      OPTIONS,
    ));

  test('offers the account of the ARNs', () =>
    checkFix(
      keyAbsentInServiceCalls,
      '{ "Statement": { "Principal": { "Service": "sns.amazonaws.com" }, "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::444455556666:role/a" } } } }',
      'Test "aws:SourceAccount" instead',
      '{ "Statement": { "Principal": { "Service": "sns.amazonaws.com" }, "Condition": { "StringEquals": { "aws:SourceAccount": "444455556666" } } } }',
      OPTIONS,
    ));
});
