import { describe, test } from 'node:test';
import { s3BucketObjectPair } from '../../../server/src/rules/resource/s3-bucket-object-pair.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('s3-bucket-object-pair', () => {
  test('reports once, however many actions lack the objects', () =>
    checkRule(
      s3BucketObjectPair,
      `{ "Statement": [{ "Effect": "Allow",
      "Action": ["s3:ListBucket", "s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
      "Resource": "arn:aws:s3:::app"
//                ^^^^^^^^^^^^^^^^^^ "arn:aws:s3:::app" is the bucket without its objects. "s3:GetObject" and 2 others are not allowed, as that needs "arn:aws:s3:::app/*".
}] }`,
    ));

  test('says what a Deny does not deny', () =>
    checkRule(
      s3BucketObjectPair,
      `{ "Statement": [{ "Effect": "Deny",
      "Action": ["s3:ListBucket", "s3:Delete*"],
      "Resource": "arn:aws:s3:::app/logs/*"
//                ^^^^^^^^^^^^^^^^^^^^^^^^^ "arn:aws:s3:::app/logs/*" names objects only. "s3:ListBucket" is not denied, as that needs "arn:aws:s3:::app".
}] }`,
    ));

  test('is silent where both are named, or one pattern covers both', () => {
    for (const resources of [
      '["arn:aws:s3:::app", "arn:aws:s3:::app/*"]',
      '"arn:aws:s3:::app*"',
      '"*"',
      '["arn:aws:s3:::app", "${bucketArn}/*"]',
      '["arn:aws:s3:::app", { "Ref": "Objects" }]',
    ]) {
      checkRule(
        s3BucketObjectPair,
        `{ "Statement": [{ "Effect": "Allow", "Action": ["s3:ListBucket", "s3:GetObject"], "Resource": ${resources} }] }`,
      );
    }
  });

  test('leaves patterns that also match what fits, and a single kind of action, alone', () => {
    for (const actions of ['"s3:*"', '["s3:GetObject", "s3:Get*"]', '"s3:ListBucket"']) {
      checkRule(
        s3BucketObjectPair,
        `{ "Statement": [{ "Effect": "Allow", "Action": ${actions}, "Resource": "arn:aws:s3:::app/*" }] }`,
      );
    }
  });

  test('adds the other half of each bucket', () =>
    checkFix(
      s3BucketObjectPair,
      '{ "Statement": { "Effect": "Allow", "Action": ["s3:ListBucket", "s3:GetObject"], "Resource": ["arn:aws:s3:::a", "arn:aws:s3:::b"] } }',
      'Add "arn:aws:s3:::a/*" and "arn:aws:s3:::b/*"',
      '{ "Statement": { "Effect": "Allow", "Action": ["s3:ListBucket", "s3:GetObject"], "Resource": ["arn:aws:s3:::a", "arn:aws:s3:::b", "arn:aws:s3:::a/*", "arn:aws:s3:::b/*"] } }',
    ));

  test('reports a Deny of everything that spares the objects', () => {
    const policy = (effect: string, action: string, resource: string): string =>
      `{ "Statement": { "Effect": "${effect}", "Principal": "*", "Action": "${action}", "Resource": ${resource} } }`;
    checkFix(
      s3BucketObjectPair,
      policy('Deny', 's3:*', '["arn:aws:s3:::b"]'),
      'Add "arn:aws:s3:::b/*"',
      policy('Deny', 's3:*', '["arn:aws:s3:::b", "arn:aws:s3:::b/*"]'),
    );
    for (const other of [
      policy('Allow', 's3:*', '"arn:aws:s3:::b"'),
      policy('Deny', 's3:*', '["arn:aws:s3:::b", "arn:aws:s3:::b/*"]'),
      policy('Deny', 's3:*', '"arn:aws:s3:::b/*"'),
      policy('Deny', 's3:*', '"arn:aws:s3:::b*"'),
      policy('Deny', 's3:Put*', '"arn:aws:s3:::b"'),
    ]) {
      checkRule(s3BucketObjectPair, other);
    }
  });
});
