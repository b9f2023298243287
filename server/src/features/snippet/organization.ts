import { GLOBAL_ACTIONS } from '../../iam/global-action.ts';
import type { Template } from './template.ts';

/** Service and resource control policies of an organization. */
export const ORGANIZATION_TEMPLATES: readonly Template[] = [
  {
    id: 'scp-regions',
    title: 'SCP: only two Regions',
    description: 'Denies every request to other Regions than two, except to services that have no Region.',
    policyTypes: ['scp', 'identity', 'boundary'],
    statements: [
      {
        Sid: 'DenyOtherRegions',
        Effect: 'Deny',
        NotAction: GLOBAL_ACTIONS,
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:RequestedRegion': ['${1:eu-central-1}', '${2:eu-west-1}'] } },
      },
    ],
  },
  {
    id: 'scp-cloudtrail',
    title: 'SCP: protect CloudTrail',
    description:
      'Denies everyone but one role deleting, stopping and changing CloudTrail trails and event data stores.',
    policyTypes: ['scp'],
    statements: [
      {
        Sid: 'ProtectCloudTrail',
        Effect: 'Deny',
        Action: [
          'cloudtrail:DeleteEventDataStore',
          'cloudtrail:DeleteTrail',
          'cloudtrail:PutEventSelectors',
          'cloudtrail:PutInsightSelectors',
          'cloudtrail:StopEventDataStoreIngestion',
          'cloudtrail:StopLogging',
          'cloudtrail:UpdateEventDataStore',
          'cloudtrail:UpdateTrail',
        ],
        Resource: '*',
        Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/${1:CloudTrailAdministrator}' } },
      },
    ],
  },
  {
    id: 'scp-root',
    title: 'SCP: nothing as root user',
    description:
      'Denies the root users of member accounts everything, except tasks that you run from the management account by AssumeRoot.',
    policyTypes: ['scp'],
    statements: [
      {
        Sid: 'DenyRootUser',
        Effect: 'Deny',
        Action: '*',
        Resource: '*',
        Condition: {
          ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' },
          Null: { 'aws:AssumedRoot': 'true' },
        },
      },
    ],
  },
  {
    id: 'rcp-perimeter',
    title: 'RCP: data perimeter',
    description:
      'Denies access to your buckets, keys, queues, secrets and roles from outside your organization, also by way of an AWS service.',
    policyTypes: ['rcp'],
    statements: [
      {
        Sid: 'DenyOutsideOrganization',
        Effect: 'Deny',
        Principal: '*',
        Action: ['kms:*', 's3:*', 'secretsmanager:*', 'sqs:*', 'sts:AssumeRole'],
        Resource: '*',
        Condition: {
          StringNotEquals: { 'aws:PrincipalOrgID': '${1:o-exampleorgid}' },
          BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
        },
      },
      {
        Sid: 'DenyServicesActingForStrangers',
        Effect: 'Deny',
        Principal: '*',
        Action: ['kms:*', 's3:*', 'secretsmanager:*', 'sqs:*', 'sts:AssumeRole'],
        Resource: '*',
        Condition: {
          StringNotEquals: { 'aws:SourceOrgID': '${1}' },
          Null: { 'aws:SourceAccount': 'false' },
          Bool: { 'aws:PrincipalIsAWSService': 'true' },
        },
      },
    ],
  },
];
