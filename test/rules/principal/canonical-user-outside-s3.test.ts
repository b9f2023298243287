import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { canonicalUserOutsideS3 } from '../../../server/src/rules/principal/canonical-user-outside-s3.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

const ID = '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be';
const OF_IDENTITY = `${ID}79a59df900b949e55d96a1e698fbaced`;

describe('canonical-user-outside-s3', () => {
  test('reports an id where nobody knows it, and what is none', () => {
    checkRule(
      canonicalUserOutsideS3,
      `{ "Statement": { "Action": "kms:Decrypt", "Principal": { "CanonicalUser":
      "${ID}"
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Only Amazon S3 knows accounts by their canonical user id.
} } }`,
      RESOURCE,
    );
    checkRule(
      canonicalUserOutsideS3,
      `{ "Statement": { "Action": "s3:GetObject", "Principal": { "CanonicalUser":
      "79a59df9"
//    ^^^^^^^^^^ "79a59df9" is no canonical user id; it must have 64 hexadecimal digits.
} } }`,
      RESOURCE,
    );
  });

  test('leaves Amazon S3, whatever may be it, and what is filled in later alone', () => {
    for (const [action, id] of [
      ['s3:GetObject', ID],
      ['s3:GetObject', OF_IDENTITY],
      ['s3-object-lambda:GetObject', ID],
      ['*', ID],
      ['kms:Decrypt', '${id}'],
    ] as const) {
      checkRule(canonicalUserOutsideS3, policyWith(action, `"CanonicalUser": "${id}"`), RESOURCE);
    }
    checkRule(
      canonicalUserOutsideS3,
      `{ "Statement": { "Principal": { "CanonicalUser": "${ID}" } } }`,
      RESOURCE,
    );
  });

  test('moves an account or ARN to its type', () =>
    checkFix(
      canonicalUserOutsideS3,
      policyWith('s3:GetObject', '"CanonicalUser": "111122223333"'),
      'Move to "AWS"',
      policyWith('s3:GetObject', '"AWS": "111122223333"'),
      RESOURCE,
    ));

  test('asks for the id only where Amazon S3 is meant', () =>
    assert.deepEqual(
      fixTitles(canonicalUserOutsideS3, policyWith('s3:GetObject', '"CanonicalUser": "abc"'), RESOURCE),
      ['Insert the id', 'Name the account by its ARN'],
    ));
});

const RESOURCE = { policyType: 'resource' } as const;

const policyWith = (action: string, principal: string): string =>
  `{ "Statement": { "Action": "${action}", "Principal": { ${principal} } } }`;
