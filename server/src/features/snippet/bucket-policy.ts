import { BUCKET_CHANGES, OBJECT_LOSSES } from './bucket-actions.ts';
import type { Template } from './template.ts';

const BUCKET = 'arn:aws:s3:::${1:amzn-s3-demo-bucket}';
const OBJECTS = 'arn:aws:s3:::${1}/*';

/** Policies of S3 buckets. */
export const BUCKET_POLICY_TEMPLATES: readonly Template[] = [
  {
    id: 'bucket-tls',
    title: 'Bucket policy: TLS only',
    description: 'Denies everyone every request to one bucket that does not use TLS; allows nothing.',
    policyTypes: ['resource'],
    statements: [
      {
        Sid: 'DenyWithoutTLS',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [BUCKET, OBJECTS],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  },
  {
    id: 'bucket-encryption',
    title: 'Bucket policy: deny uploads not encrypted with one key',
    description:
      'Denies uploads to one bucket that ask for another encryption than with one KMS key; those that do not ask get the encryption that the bucket is set to.',
    policyTypes: ['resource'],
    statements: [
      {
        Sid: 'DenyOtherEncryption',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:PutObject',
        Resource: 'arn:aws:s3:::${1:amzn-s3-demo-bucket}/*',
        Condition: {
          StringNotEquals: { 's3:x-amz-server-side-encryption': ['aws:kms', 'aws:kms:dsse'] },
          Null: { 's3:x-amz-server-side-encryption': 'false' },
        },
      },
      {
        Sid: 'DenyOtherKey',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:PutObject',
        Resource: OBJECTS,
        Condition: {
          ArnNotEquals: {
            's3:x-amz-server-side-encryption-aws-kms-key-id':
              'arn:aws:kms:${2:eu-central-1}:${3:111122223333}:key/${4:1234abcd-12ab-34cd-56ef-1234567890ab}',
          },
          Null: { 's3:x-amz-server-side-encryption-aws-kms-key-id': 'false' },
        },
      },
      {
        Sid: 'DenyKeysInRequests',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:PutObject',
        Resource: OBJECTS,
        Condition: { Null: { 's3:x-amz-server-side-encryption-customer-algorithm': 'false' } },
      },
    ],
  },
  {
    id: 'bucket-cross-account',
    title: 'Bucket policy: let a role of another account read',
    description: 'Allows one role of another account to list one bucket and to read its objects.',
    policyTypes: ['resource'],
    statements: [
      {
        Sid: 'ListBucketFromOtherAccount',
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::${1:444455556666}:role/${2:reader}' },
        Action: 's3:ListBucket',
        Resource: 'arn:aws:s3:::${3:amzn-s3-demo-bucket}',
      },
      {
        Sid: 'ReadObjectsFromOtherAccount',
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::${1}:role/${2}' },
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::${3}/*',
      },
    ],
  },
  {
    id: 'bucket-organization-only',
    title: 'Bucket policy: nobody outside the organization',
    description:
      'Denies every request to one bucket from outside your organization, AWS services excepted, even where another statement makes it public.',
    policyTypes: ['resource'],
    statements: [
      {
        Sid: 'DenyOutsideOrganization',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [BUCKET, OBJECTS],
        Condition: {
          StringNotEquals: { 'aws:PrincipalOrgID': '${2:o-exampleorgid}' },
          BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
        },
      },
    ],
  },
  {
    id: 'bucket-one-administrator',
    title: 'Bucket policy: only one role may delete',
    description:
      'Denies everyone but one role deleting one bucket and its objects, stopping its versioning, and changing its lifecycle, access lists and policy.',
    policyTypes: ['resource'],
    statements: [
      {
        Sid: 'DenyBucketChangesButToAdministrator',
        Effect: 'Deny',
        Principal: '*',
        Action: BUCKET_CHANGES,
        Resource: BUCKET,
        Condition: {
          ArnNotEquals: {
            'aws:PrincipalArn': 'arn:aws:iam::${2:111122223333}:role/${3:bucket-administrator}',
          },
        },
      },
      {
        Sid: 'DenyObjectLossButToAdministrator',
        Effect: 'Deny',
        Principal: '*',
        Action: OBJECT_LOSSES,
        Resource: OBJECTS,
        Condition: { ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::${2}:role/${3}' } },
      },
    ],
  },
];
