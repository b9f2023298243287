import type { Template } from './template.ts';

const OBJECT_ACTIONS: readonly string[] = [
  's3:DeleteObject',
  's3:GetObject',
  's3:ListBucket',
  's3:PutObject',
];

/** Policies of VPC endpoints; those of gateway endpoints name no other principal than everyone. */
export const ENDPOINT_TEMPLATES: readonly Template[] = [
  {
    id: 'endpoint-bucket',
    title: 'Endpoint policy: one bucket',
    description:
      'Allows roles and users of one account to read and write one bucket through the S3 endpoint; no other bucket.',
    policyTypes: ['endpoint'],
    statements: [
      {
        Sid: 'UseOneBucket',
        Effect: 'Allow',
        Principal: '*',
        Action: OBJECT_ACTIONS,
        Resource: ['arn:aws:s3:::${1:amzn-s3-demo-bucket}', 'arn:aws:s3:::${1}/*'],
        Condition: { StringEquals: { 'aws:PrincipalAccount': '${2:111122223333}' } },
      },
    ],
  },
  {
    id: 'endpoint-organization',
    title: 'Endpoint policy: within the organization',
    description:
      'Allows roles and users of your organization to read and write buckets of your organization through the S3 endpoint; no bucket of others.',
    policyTypes: ['endpoint'],
    statements: [
      {
        Sid: 'UseBucketsOfOrganization',
        Effect: 'Allow',
        Principal: '*',
        Action: OBJECT_ACTIONS,
        Resource: 'arn:aws:s3:::*',
        Condition: {
          StringEquals: { 'aws:PrincipalOrgID': '${1:o-exampleorgid}', 'aws:ResourceOrgID': '${1}' },
        },
      },
    ],
  },
];
