import type { StatementSketch, Template } from './template.ts';

const OWN_USER = 'arn:aws:iam::${1}:user/\\${aws:username}';

const LIST_DEVICES: StatementSketch = {
  Sid: 'ListDevices',
  Effect: 'Allow',
  Action: 'iam:ListVirtualMFADevices',
  Resource: '*',
};

/** The device may have any name, so that a user can have several. */
const CREATE_DEVICE: StatementSketch = {
  Sid: 'CreateDevice',
  Effect: 'Allow',
  Action: 'iam:CreateVirtualMFADevice',
  Resource: 'arn:aws:iam::${1:111122223333}:mfa/*',
};

/** Access keys carry no MFA key at all, so a plain Bool would let them through. */
const DENY_WITHOUT_MFA: StatementSketch = {
  Sid: 'DenyAllElseWithoutMFA',
  Effect: 'Deny',
  NotAction: [
    'iam:CreateVirtualMFADevice',
    'iam:EnableMFADevice',
    'iam:GetMFADevice',
    'iam:GetUser',
    'iam:ListMFADevices',
    'iam:ListVirtualMFADevices',
    'iam:ResyncMFADevice',
    'sts:GetSessionToken',
  ],
  Resource: '*',
  Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
};

/** Multi-factor authentication of IAM users. */
export const MFA_TEMPLATES: readonly Template[] = [
  {
    id: 'mfa-required',
    title: 'MFA: require it',
    description:
      'Denies an IAM user everything until signed in with MFA, and allows setting up a device of their own; allows nothing else.',
    policyTypes: ['identity'],
    only: 'file',
    statements: [
      LIST_DEVICES,
      CREATE_DEVICE,
      {
        Sid: 'ManageOwnDevice',
        Effect: 'Allow',
        Action: [
          'iam:DeactivateMFADevice',
          'iam:EnableMFADevice',
          'iam:GetMFADevice',
          'iam:GetUser',
          'iam:ListMFADevices',
          'iam:ResyncMFADevice',
        ],
        Resource: OWN_USER,
      },
      DENY_WITHOUT_MFA,
    ],
  },
  {
    id: 'mfa-deny-without',
    title: 'MFA: deny all but setting it up',
    description:
      'Denies everything but setting up an MFA device to whoever has not signed in with MFA, access keys included.',
    policyTypes: ['identity', 'boundary'],
    only: 'statement',
    statements: [DENY_WITHOUT_MFA],
  },
  {
    id: 'mfa-own-credentials',
    title: 'MFA: manage own devices and credentials',
    description:
      'Allows IAM users to set up MFA devices of their own and, once signed in with MFA, to change their own password and access keys.',
    policyTypes: ['identity', 'boundary'],
    statements: [
      {
        Sid: 'ViewAccountRules',
        Effect: 'Allow',
        Action: ['iam:GetAccountPasswordPolicy', 'iam:GetAccountSummary', 'iam:ListVirtualMFADevices'],
        Resource: '*',
      },
      CREATE_DEVICE,
      {
        Sid: 'SetUpOwnDevice',
        Effect: 'Allow',
        Action: [
          'iam:EnableMFADevice',
          'iam:GetMFADevice',
          'iam:GetUser',
          'iam:ListMFADevices',
          'iam:ResyncMFADevice',
        ],
        Resource: OWN_USER,
      },
      {
        Sid: 'ManageOwnCredentialsWithMFA',
        Effect: 'Allow',
        Action: [
          'iam:ChangePassword',
          'iam:CreateAccessKey',
          'iam:DeactivateMFADevice',
          'iam:DeleteAccessKey',
          'iam:GetAccessKeyLastUsed',
          'iam:ListAccessKeys',
          'iam:UpdateAccessKey',
        ],
        Resource: OWN_USER,
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      },
    ],
  },
  {
    id: 'mfa-age',
    title: 'MFA: deny destruction without a recent code',
    description:
      'Denies deleting databases, tables, buckets, instances and keys unless an MFA code was entered in the last hour, or as many seconds as you say.',
    policyTypes: ['identity', 'boundary'],
    statements: [
      {
        Sid: 'DenyDestructionWithoutRecentMFA',
        Effect: 'Deny',
        Action: [
          'cloudformation:DeleteStack',
          'dynamodb:DeleteTable',
          'ec2:TerminateInstances',
          'kms:ScheduleKeyDeletion',
          'rds:DeleteDBCluster',
          'rds:DeleteDBInstance',
          's3:DeleteBucket',
        ],
        Resource: '*',
        Condition: { NumericGreaterThanIfExists: { 'aws:MultiFactorAuthAge': '${1:3600}' } },
      },
    ],
  },
];
