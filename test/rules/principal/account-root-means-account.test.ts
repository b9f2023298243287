import { describe, test } from 'node:test';
import { accountRootMeansAccount } from '../../../server/src/rules/principal/account-root-means-account.ts';
import { checkRule } from '../../support/check.ts';

const ROOT = 'arn:aws:iam::111122223333:root';

describe('account-root-means-account', () => {
  test('points out the account beside its own roles, and where the root user is spoken of', () => {
    checkRule(
      accountRootMeansAccount,
      `{ "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Principal": { "AWS": [ "arn:aws:iam::111122223333:user/Bob",
      "${ROOT}"
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ As a principal this is the whole account, not only its root user.
] } } }`,
      RESOURCE,
    );
    checkRule(
      accountRootMeansAccount,
      `{ "Statement": { "Sid": "DenyRootUser", "Effect": "Deny", "Action": "s3:*", "Principal": { "AWS":
      "${ROOT}"
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ As a principal this is the whole account, not only its root user.
} } }`,
      RESOURCE,
    );
  });

  test('points out a Deny that excepts only the root user', () =>
    checkRule(
      accountRootMeansAccount,
      `{ "Statement": { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Condition": { "ArnNotEquals": { "aws:PrincipalArn":
      "${ROOT}"
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ In this key it is the root user alone; everyone else of the account is denied.
} } } }`,
      RESOURCE,
    ));

  test('leaves accounts alone: by themselves, beside others, in key policies, and where they have to be listed', () => {
    for (const members of [
      `"Effect": "Allow", "Action": "s3:GetObject", "Principal": { "AWS": "${ROOT}" }`,
      `"Effect": "Allow", "Action": "s3:GetObject", "Principal": { "AWS": ["${ROOT}", "arn:aws:iam::444455556666:role/app"] }`,
      `"Effect": "Allow", "Action": "kms:*", "Principal": { "AWS": ["${ROOT}", "arn:aws:iam::111122223333:role/app"] }`,
      `"Sid": "AllowRootUser", "Effect": "Allow", "Action": "kms:*", "Principal": { "AWS": "${ROOT}" }`,
      `"Effect": "Deny", "Action": "s3:*", "NotPrincipal": { "AWS": ["${ROOT}", "arn:aws:iam::111122223333:role/app"] }`,
      '"Effect": "Deny", "Action": "s3:*", "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::*:root" } }',
      `"Effect": "Deny", "Action": "s3:*", "Condition": { "ArnNotLike": { "aws:PrincipalArn": ["${ROOT}", "arn:aws:iam::111122223333:role/app"] } }`,
    ]) {
      checkRule(accountRootMeansAccount, `{ "Statement": { ${members} } }`, RESOURCE);
    }
  });
});

const RESOURCE = { policyType: 'resource' } as const;
