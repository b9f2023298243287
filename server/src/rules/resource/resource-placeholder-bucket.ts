import { arnPartRange, resourceArns } from '../../policy/resource-arn.ts';
import { defineRule } from '../rule.ts';

/**
 * The documentation of AWS calls its buckets `amzn-s3-demo-bucket` or `DOC-EXAMPLE-BUCKET`, and tutorials have
 * `my-bucket`. In a policy that is in force such a name was forgotten, or belongs to somebody else: names of buckets
 * are unique among all customers.
 */
export const resourcePlaceholderBucket = defineRule({
  id: 'resource-placeholder-bucket',
  scope: 'statement',
  mentions: ['bucket', 'amzn-s3-demo'],
  severity: 'hint',
  category: 'style',
  summary: 'Bucket has a name from an example',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
  isOptIn: true,
  noFix: 'Nobody but you knows the name of your bucket.',
  examples: [
    {
      bad: '"Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"',
      good: '"Resource": "arn:aws:s3:::acme-reports/*"',
    },
  ],

  *check({ statement }) {
    for (const { resource, arn } of resourceArns(statement)) {
      const bucket = arn.resource.split('/', 1)[0] ?? '';
      if (arn.service !== 's3' || arn.account !== '' || !EXAMPLE.test(bucket)) continue;
      yield {
        range: arnPartRange(resource, 'resource'),
        message: `"${bucket}" is the name of a bucket in examples.`,
      };
    }
  },
});

/** Whole names, with a number at most. */
const EXAMPLE =
  /^(?:amzn-s3-demo-[\w-]*|(?:aws-?|doc-)?example-?bucket|(?:my|your|the)-?(?:bucket|s3-bucket)(?:-?name)?|(?:s3-)?bucket-?name)-?\d*$/i;
