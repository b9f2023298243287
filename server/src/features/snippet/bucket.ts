import { BUCKET_CHANGES, OBJECT_LOSSES, READ_AND_WRITE } from './bucket-actions.ts';
import type { Template } from './template.ts';

const BUCKET = 'arn:aws:s3:::${1:amzn-s3-demo-bucket}';
const OBJECTS = 'arn:aws:s3:::${1}/*';

/** What users and roles may do with one S3 bucket. Actions on the bucket and on its objects stand in statements of their own. */
export const BUCKET_TEMPLATES: readonly Template[] = [
  {
    id: 'bucket-read-only',
    title: 'S3: read one bucket',
    description: 'Allows listing one bucket and reading its objects; no writing, no other bucket.',
    policyTypes: ['identity', 'boundary', 'session'],
    statements: [
      { Sid: 'ListBucket', Effect: 'Allow', Action: 's3:ListBucket', Resource: BUCKET },
      { Sid: 'ReadObjects', Effect: 'Allow', Action: 's3:GetObject', Resource: OBJECTS },
    ],
  },
  {
    id: 'bucket-read-write',
    title: 'S3: read and write one bucket',
    description:
      "Allows listing one bucket and reading, writing and deleting its objects; the bucket's settings stay out of reach.",
    policyTypes: ['identity', 'boundary', 'session'],
    statements: [
      { Sid: 'ListBucket', Effect: 'Allow', Action: 's3:ListBucket', Resource: BUCKET },
      {
        Sid: 'ReadAndWriteObjects',
        Effect: 'Allow',
        Action: READ_AND_WRITE,
        Resource: OBJECTS,
      },
    ],
  },
  {
    id: 'bucket-folder',
    title: 'S3: read and write one folder of a bucket',
    description:
      'Allows listing, reading, writing and deleting what lies in one folder of a bucket; nothing beside it.',
    policyTypes: ['identity', 'boundary', 'session'],
    statements: [
      {
        Sid: 'ListFolder',
        Effect: 'Allow',
        Action: 's3:ListBucket',
        Resource: BUCKET,
        Condition: { StringLike: { 's3:prefix': '${2:reports}/*' } },
      },
      {
        Sid: 'ReadAndWriteFolder',
        Effect: 'Allow',
        Action: READ_AND_WRITE,
        Resource: 'arn:aws:s3:::${1}/${2}/*',
      },
    ],
  },
  {
    id: 'bucket-user-folder',
    title: 'S3: a folder for each user',
    description:
      'Allows each IAM user to list, read, write and delete what lies in the folder that bears their name; nothing of other users.',
    policyTypes: ['identity', 'boundary'],
    statements: [
      {
        Sid: 'ListOwnFolder',
        Effect: 'Allow',
        Action: 's3:ListBucket',
        Resource: BUCKET,
        Condition: { StringLike: { 's3:prefix': '${2:home}/\\${aws:username}/*' } },
      },
      {
        Sid: 'ReadAndWriteOwnFolder',
        Effect: 'Allow',
        Action: READ_AND_WRITE,
        Resource: 'arn:aws:s3:::${1}/${2}/\\${aws:username}/*',
      },
    ],
  },
  {
    id: 'bucket-backup',
    title: 'S3: only write backups',
    description:
      'Allows uploading to one folder of a bucket; no listing, reading or deleting, but an upload replaces its namesake unless the bucket keeps versions.',
    policyTypes: ['identity', 'boundary', 'session'],
    statements: [
      {
        Sid: 'WriteBackups',
        Effect: 'Allow',
        Action: ['s3:AbortMultipartUpload', 's3:PutObject'],
        Resource: 'arn:aws:s3:::${1:amzn-s3-demo-bucket}/${2:backups}/*',
      },
    ],
  },
  {
    id: 'bucket-deny-destruction',
    title: 'S3: deny what destroys or opens a bucket',
    description:
      'Denies deleting one bucket and its objects, stopping its versioning, and changing its lifecycle, access lists and policy, whatever else is granted.',
    policyTypes: ['identity', 'boundary', 'session', 'scp'],
    statements: [
      {
        Sid: 'DenyBucketChanges',
        Effect: 'Deny',
        Action: BUCKET_CHANGES,
        Resource: BUCKET,
      },
      {
        Sid: 'DenyObjectLoss',
        Effect: 'Deny',
        Action: OBJECT_LOSSES,
        Resource: OBJECTS,
      },
    ],
  },
  {
    id: 'bucket-public-block',
    title: 'S3: keep Block Public Access on',
    description: 'Denies changing Block Public Access of the account, of any bucket and of any access point.',
    policyTypes: ['scp', 'identity', 'boundary'],
    statements: [
      {
        Sid: 'DenyPublicAccessChanges',
        Effect: 'Deny',
        Action: [
          's3:PutAccessPointPublicAccessBlock',
          's3:PutAccountPublicAccessBlock',
          's3:PutBucketPublicAccessBlock',
        ],
        Resource: '*',
      },
    ],
  },
];
