import type { StatementSketch, Template } from './template.ts';

/** Who may assume a role. Services are held to one account where they say for whom they act; compute services do not. */
export const TRUST_TEMPLATES: readonly Template[] = [
  {
    id: 'trust-ec2',
    title: 'Trust: EC2 instances',
    description: 'Allows EC2 instances that the role is attached to, and nobody else, to assume it.',
    policyTypes: ['trust'],
    statements: [trustService('TrustEC2', 'ec2.amazonaws.com')],
  },
  {
    id: 'trust-lambda',
    title: 'Trust: Lambda functions',
    description: 'Allows Lambda functions that the role is attached to, and nobody else, to assume it.',
    policyTypes: ['trust'],
    statements: [trustService('TrustLambda', 'lambda.amazonaws.com')],
  },
  {
    id: 'trust-ecs-tasks',
    title: 'Trust: ECS tasks',
    description: 'Allows ECS tasks of one account and Region, and nobody else, to assume the role.',
    policyTypes: ['trust'],
    statements: [
      {
        ...trustService('TrustECSTasks', 'ecs-tasks.amazonaws.com'),
        Condition: {
          StringEquals: { 'aws:SourceAccount': '${1:111122223333}' },
          ArnLike: { 'aws:SourceArn': 'arn:aws:ecs:${2:eu-central-1}:${1}:*' },
        },
      },
    ],
  },
  {
    id: 'trust-service',
    title: 'Trust: another AWS service, for one account',
    description:
      'Allows one AWS service to assume the role while it acts for one account, so that nobody else can make the service use it.',
    policyTypes: ['trust'],
    statements: [
      {
        ...trustService(
          'TrustService',
          '${1|states.amazonaws.com,scheduler.amazonaws.com,codebuild.amazonaws.com,bedrock.amazonaws.com|}',
        ),
        Condition: { StringEquals: { 'aws:SourceAccount': '${2:111122223333}' } },
      },
    ],
  },
  {
    id: 'trust-partner',
    title: 'Trust: another account with external ID',
    description:
      'Allows one role of another account to assume this role, only with the external ID agreed for you.',
    policyTypes: ['trust'],
    statements: [
      {
        Sid: 'TrustPartner',
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::${1:444455556666}:role/${2:partner-role}' },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'sts:ExternalId': '${3:external-id-agreed-with-the-partner}' } },
      },
    ],
  },
  {
    id: 'trust-github',
    title: 'Trust: GitHub Actions',
    description:
      'Allows workflows on one branch of one GitHub repository to assume the role, without stored keys.',
    policyTypes: ['trust'],
    statements: [
      {
        Sid: 'TrustGitHubActions',
        Effect: 'Allow',
        Principal: {
          Federated: 'arn:aws:iam::${1:111122223333}:oidc-provider/token.actions.githubusercontent.com',
        },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: {
            'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
            'token.actions.githubusercontent.com:sub':
              'repo:${2:octo-org}/${3:octo-repo}:ref:refs/heads/${4:main}',
          },
        },
      },
    ],
  },
  {
    id: 'trust-gitlab',
    title: 'Trust: GitLab CI/CD',
    description:
      'Allows jobs on one branch of one GitLab.com project to assume the role, without stored keys.',
    policyTypes: ['trust'],
    statements: [
      {
        Sid: 'TrustGitLab',
        Effect: 'Allow',
        Principal: { Federated: 'arn:aws:iam::${1:111122223333}:oidc-provider/gitlab.com' },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: {
            'gitlab.com:aud': '${2:https://gitlab.com}',
            'gitlab.com:sub': 'project_path:${3:my-group}/${4:my-project}:ref_type:branch:ref:${5:main}',
          },
        },
      },
    ],
  },
  {
    id: 'trust-saml',
    title: 'Trust: SAML single sign-on',
    description:
      'Allows people whom one SAML identity provider has signed in to assume the role in the AWS console.',
    policyTypes: ['trust'],
    statements: [
      {
        Sid: 'TrustSAML',
        Effect: 'Allow',
        Principal: { Federated: 'arn:aws:iam::${1:111122223333}:saml-provider/${2:corporate-idp}' },
        Action: 'sts:AssumeRoleWithSAML',
        Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
      },
    ],
  },
  {
    id: 'trust-administrator-mfa',
    title: 'Trust: an administrator with MFA',
    description:
      'Allows one IAM user to assume the role, only with an MFA code entered in the last hour, or as many seconds as you say.',
    policyTypes: ['trust'],
    statements: [
      {
        Sid: 'TrustAdministratorWithMFA',
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::${1:111122223333}:user/${2:administrator}' },
        Action: 'sts:AssumeRole',
        Condition: {
          Bool: { 'aws:MultiFactorAuthPresent': 'true' },
          NumericLessThan: { 'aws:MultiFactorAuthAge': '${3:3600}' },
        },
      },
    ],
  },
];

function trustService(Sid: string, Service: string): StatementSketch {
  return { Sid, Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' };
}
