import { describe, test } from 'node:test';
import { irrelevantKeyForResourcePolicy } from '../../../server/src/rules/condition/irrelevant-key-for-resource-policy.ts';
import { checkFix, checkRule } from '../../support/check.ts';

const policy = (principal: string, resource: string, condition: string): string =>
  `{ "Statement": { "Effect": "Deny", "Principal": ${principal}, "Action": "s3:*", "Resource": "${resource}", "Condition": { ${condition} } } }`;

describe('irrelevant-key-for-resource-policy', () => {
  test('reports keys about the resource in its own policy', () =>
    checkRule(
      irrelevantKeyForResourcePolicy,
      `{ "Statement": [{ "Effect": "Deny", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "s3:*", "Resource": "arn:aws:s3:::app/*", "Condition": {
      "StringNotEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5" }
//                         ^^^^^^^^^^^^^^^^^^^ "aws:ResourceOrgID" is the same in all requests to this resource. Here it is always this resource's own.
} }] }`,
    ));

  test('is silent about keys of the caller, and where resource and caller are compared', () => {
    for (const condition of [
      '"StringNotEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }',
      '"StringNotEquals": { "aws:ResourceAccount": "${aws:PrincipalAccount}" }',
    ]) {
      checkRule(
        irrelevantKeyForResourcePolicy,
        policy('{ "AWS": "111122223333" }', 'arn:aws:s3:::app/*', condition),
      );
    }
  });

  test('is silent where the policy is, or may be, one of an endpoint', () => {
    checkRule(
      irrelevantKeyForResourcePolicy,
      policy('"*"', 'arn:aws:s3:::app/*', '"StringNotEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5" }'),
    );
    checkRule(
      irrelevantKeyForResourcePolicy,
      policy(
        '{ "AWS": "111122223333" }',
        '*',
        '"StringNotEquals": { "aws:ResourceAccount": "111122223333" }',
      ),
      { policyType: 'endpoint' },
    );
  });

  test('keeps the other tests', () =>
    checkFix(
      irrelevantKeyForResourcePolicy,
      policy(
        '{ "AWS": "111122223333" }',
        '*',
        '"StringEquals": { "s3:ResourceAccount": "111122223333", "aws:PrincipalTag/a": "b" }',
      ),
      'Remove the tests of "s3:ResourceAccount"',
      policy('{ "AWS": "111122223333" }', '*', '"StringEquals": { "aws:PrincipalTag/a": "b" }'),
    ));
});
