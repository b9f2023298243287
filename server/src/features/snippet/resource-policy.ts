import type { StatementSketch, Template } from './template.ts';

const USE_OF_KEY: readonly string[] = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

/** Policies of keys, queues, topics, functions, secrets and repositories. `Resource: "*"` is the key or secret itself. */
export const RESOURCE_POLICY_TEMPLATES: readonly Template[] = [
  {
    id: 'key-policy',
    title: 'Key policy: administrators and users',
    description:
      "Allows the account's IAM policies to count, one role to administer the KMS key, and another to use it, also through AWS services.",
    policyTypes: ['resource'],
    only: 'file',
    statements: [
      {
        Sid: 'LetIAMPoliciesCount',
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::${1:111122223333}:root' },
        Action: 'kms:*',
        Resource: '*',
      },
      {
        Sid: 'AdministerKey',
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::${1}:role/${2:key-administrator}' },
        Action: [
          'kms:CancelKeyDeletion',
          'kms:CreateAlias',
          'kms:DeleteAlias',
          'kms:DescribeKey',
          'kms:DisableKey',
          'kms:EnableKey',
          'kms:EnableKeyRotation',
          'kms:GetKeyPolicy',
          'kms:GetKeyRotationStatus',
          'kms:ListGrants',
          'kms:ListKeyPolicies',
          'kms:ListResourceTags',
          'kms:PutKeyPolicy',
          'kms:RevokeGrant',
          'kms:ScheduleKeyDeletion',
          'kms:TagResource',
          'kms:UntagResource',
          'kms:UpdateAlias',
          'kms:UpdateKeyDescription',
        ],
        Resource: '*',
      },
      useKey('arn:aws:iam::${1}:role/${3:application}'),
      grantToServices('arn:aws:iam::${1}:role/${3}'),
    ],
  },
  {
    id: 'key-use',
    title: 'Key policy: let one role use the key',
    description:
      'Allows one role to encrypt and decrypt with the KMS key, also through AWS services; not to administer it.',
    policyTypes: ['resource'],
    only: 'statement',
    statements: [
      useKey('arn:aws:iam::${1:111122223333}:role/${2:application}'),
      grantToServices('arn:aws:iam::${1}:role/${2}'),
    ],
  },
  {
    id: 'queue-from-topic',
    title: 'Queue policy: messages from an SNS topic',
    description: 'Allows one SNS topic, and nobody else, to send messages to one SQS queue.',
    policyTypes: ['resource'],
    statements: [
      {
        Sid: 'SendFromTopic',
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: 'arn:aws:sqs:${1:eu-central-1}:${2:111122223333}:${3:orders-queue}',
        Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:${1}:${2}:${4:orders-topic}' } },
      },
    ],
  },
  {
    id: 'topic-from-bucket',
    title: 'Topic policy: events of an S3 bucket',
    description: 'Allows one S3 bucket of one account to publish its events to one SNS topic.',
    policyTypes: ['resource'],
    statements: [
      {
        Sid: 'PublishFromBucket',
        Effect: 'Allow',
        Principal: { Service: 's3.amazonaws.com' },
        Action: 'sns:Publish',
        Resource: 'arn:aws:sns:${1:eu-central-1}:${2:111122223333}:${3:uploads-topic}',
        Condition: {
          ArnEquals: { 'aws:SourceArn': 'arn:aws:s3:::${4:amzn-s3-demo-bucket}' },
          StringEquals: { 'aws:SourceAccount': '${2}' },
        },
      },
    ],
  },
  {
    id: 'function-from-bucket',
    title: 'Function policy: invoked by an S3 bucket',
    description: 'Allows one S3 bucket of one account to invoke one Lambda function.',
    policyTypes: ['resource'],
    statements: [
      {
        Sid: 'InvokeFromBucket',
        Effect: 'Allow',
        Principal: { Service: 's3.amazonaws.com' },
        Action: 'lambda:InvokeFunction',
        Resource: 'arn:aws:lambda:${1:eu-central-1}:${2:111122223333}:function:${3:resize-images}',
        Condition: {
          ArnEquals: { 'aws:SourceArn': 'arn:aws:s3:::${4:amzn-s3-demo-bucket}' },
          StringEquals: { 'aws:SourceAccount': '${2}' },
        },
      },
    ],
  },
  {
    id: 'function-from-rule',
    title: 'Function policy: invoked by an EventBridge rule',
    description: 'Allows one EventBridge rule to invoke one Lambda function.',
    policyTypes: ['resource'],
    statements: [
      {
        Sid: 'InvokeFromRule',
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'lambda:InvokeFunction',
        Resource: 'arn:aws:lambda:${1:eu-central-1}:${2:111122223333}:function:${3:nightly-report}',
        Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:events:${1}:${2}:rule/${4:every-night}' } },
      },
    ],
  },
  {
    id: 'secret-one-role',
    title: 'Secret policy: only one role may read',
    description:
      'Allows one role to read the Secrets Manager secret and denies it to everyone else, administrators included.',
    policyTypes: ['resource'],
    statements: [
      {
        Sid: 'ReadSecret',
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::${1:111122223333}:role/${2:application}' },
        Action: ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'],
        Resource: '*',
      },
      {
        Sid: 'DenyReadingToOthers',
        Effect: 'Deny',
        Principal: '*',
        Action: 'secretsmanager:GetSecretValue',
        Resource: '*',
        Condition: { ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::${1}:role/${2}' } },
      },
    ],
  },
  {
    id: 'repository-pull',
    title: 'Repository policy: let a role of another account pull',
    description:
      'Allows one role of another account to pull images from the ECR repository; not to push or delete.',
    policyTypes: ['resource'],
    statements: [
      {
        Sid: 'PullImages',
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::${1:444455556666}:role/${2:deployment}' },
        Action: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      },
    ],
  },
];

function useKey(AWS: string): StatementSketch {
  return { Sid: 'UseKey', Effect: 'Allow', Principal: { AWS }, Action: USE_OF_KEY, Resource: '*' };
}

/** Services such as EBS and RDS keep using a key by grants that they ask for in the role's name. */
function grantToServices(AWS: string): StatementSketch {
  return {
    Sid: 'UseKeyThroughServices',
    Effect: 'Allow',
    Principal: { AWS },
    Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
    Resource: '*',
    Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
  };
}
