import { describe, test } from 'node:test';
import { unsupportedResourceForCarrier } from '../../../server/src/rules/resource/unsupported-resource-for-carrier.ts';
import { checkFix, checkRule } from '../../support/check.ts';

const OPTIONS = { policyType: 'resource' } as const;

describe('unsupported-resource-for-carrier', () => {
  test('reports other buckets than the one that is named most', () =>
    checkRule(
      unsupportedResourceForCarrier,
      `{ "Statement": [
        { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:*", "Resource": "arn:aws:s3:::logs/*" },
//                                                                                                 ^^^^^^^^^^^^^^^^^^^^^ The policy of a bucket names one bucket, and this is not "arn:aws:s3:::app".
        { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::app", "arn:aws:s3:::app/*"] }
      ] }`,
      OPTIONS,
    ));

  test('reports a resource of another service', () =>
    checkRule(
      unsupportedResourceForCarrier,
      `{ "Statement": { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": [
      "arn:aws:s3:::app/*",
      "arn:aws:sns:us-east-1:111122223333:t"
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This resource is of another service than the actions. It does not carry this policy.
] } }`,
      OPTIONS,
    ));

  test('is silent about one bucket, patterns, and texts that are filled in', () => {
    for (const resource of [
      '["arn:aws:s3:::app", "arn:aws:s3:::app/*"]',
      '["arn:aws:s3:::app", "arn:aws:s3:::*/*", "arn:aws:s3:::app-*"]',
      '["arn:aws:s3:::app", "arn:aws:s3:::${bucket}/*"]',
      '"*"',
    ]) {
      checkRule(
        unsupportedResourceForCarrier,
        `{ "Statement": { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:*", "Resource": ${resource} } }`,
        OPTIONS,
      );
    }
  });

  test('is silent where everyone is addressed, as in policies of endpoints', () =>
    checkRule(
      unsupportedResourceForCarrier,
      '{ "Statement": { "Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::a/*", "arn:aws:s3:::b/*"] } }',
      OPTIONS,
    ));

  test('changes the bucket and keeps the path', () =>
    checkFix(
      unsupportedResourceForCarrier,
      '{ "Statement": { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:*", "Resource": ["arn:aws:s3:::app", "arn:aws:s3:::ap/x/*"] } }',
      'Change to "arn:aws:s3:::app/x/*"',
      '{ "Statement": { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:*", "Resource": ["arn:aws:s3:::app", "arn:aws:s3:::app/x/*"] } }',
      OPTIONS,
    ));
});
