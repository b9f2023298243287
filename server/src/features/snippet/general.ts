import type { Template } from './template.ts';

export const GENERAL_TEMPLATES: readonly Template[] = [
  {
    id: 'one-statement',
    title: 'Policy: one statement',
    description: 'Allows or denies what you fill in: one action on one resource.',
    policyTypes: ['identity'],
    only: 'file',
    statements: [
      {
        Sid: '${1:ReadOneObject}',
        Effect: '${2|Allow,Deny|}',
        Action: ['${3:s3:GetObject}'],
        Resource: ['${4:arn:aws:s3:::amzn-s3-demo-bucket/orders.csv}'],
      },
    ],
  },
];
