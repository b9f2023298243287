import { describe, test } from 'node:test';
import { resourcePlaceholderBucket } from '../../../server/src/rules/resource/resource-placeholder-bucket.ts';
import { checkRule } from '../../support/check.ts';

describe('resource-placeholder-bucket', () => {
  test('reports names from the documentation and from tutorials', () =>
    checkRule(
      resourcePlaceholderBucket,
      `{ "Statement": [{ "Resource": [
      "arn:aws:s3:::DOC-EXAMPLE-BUCKET1/*",
//                  ^^^^^^^^^^^^^^^^^^^^^ "DOC-EXAMPLE-BUCKET1" is the name of a bucket in examples.
      "arn:aws:s3:::my-bucket",
//                  ^^^^^^^^^ "my-bucket" is the name of a bucket in examples.
      "arn:aws:s3:::your-bucket-name/reports/*"
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ "your-bucket-name" is the name of a bucket in examples.
] }] }`,
    ));

  test('is silent about names that only contain such a word, keys of objects and other services', () =>
    checkRule(
      resourcePlaceholderBucket,
      `{ "Statement": { "Resource": ["arn:aws:s3:::acme-my-bucket", "arn:aws:s3:::reports/my-bucket",
        "arn:aws:s3:::*", "arn:aws:s3:::my-bucket*", "arn:aws:sqs:us-east-1:111122223333:my-bucket",
        "arn:aws:s3:::\${bucketname}"] } }`,
    ));
});
