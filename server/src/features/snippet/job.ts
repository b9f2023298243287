import type { Template } from './template.ts';

/** What groups of people and their roles need for one kind of work. */
export const JOB_TEMPLATES: readonly Template[] = [
  {
    id: 'role-pass-one',
    title: 'Role: pass one role to a service',
    description: 'Allows handing one role to one AWS service; no other role, no other service.',
    policyTypes: ['identity', 'boundary', 'session'],
    statements: [
      {
        Sid: 'PassOneRole',
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: 'arn:aws:iam::${1:111122223333}:role/${2:service-role}',
        Condition: {
          StringEquals: {
            'iam:PassedToService':
              '${3|lambda.amazonaws.com,ec2.amazonaws.com,ecs-tasks.amazonaws.com,states.amazonaws.com,glue.amazonaws.com,sagemaker.amazonaws.com|}',
          },
        },
      },
    ],
  },
  {
    id: 'job-table-reader',
    title: 'Job: read one DynamoDB table',
    description:
      'Allows reading the items of one DynamoDB table and of its indexes; no writing, no other table.',
    policyTypes: ['identity', 'boundary', 'session'],
    statements: [
      {
        Sid: 'ReadTable',
        Effect: 'Allow',
        Action: [
          'dynamodb:BatchGetItem',
          'dynamodb:DescribeTable',
          'dynamodb:GetItem',
          'dynamodb:Query',
          'dynamodb:Scan',
        ],
        Resource: [
          'arn:aws:dynamodb:${1:eu-central-1}:${2:111122223333}:table/${3:orders}',
          'arn:aws:dynamodb:${1}:${2}:table/${3}/index/*',
        ],
      },
    ],
  },
  {
    id: 'job-billing',
    title: 'Job: see bills and costs',
    description:
      'Allows seeing bills, payments, costs and budgets of the account; changing none, nothing else of AWS.',
    policyTypes: ['identity', 'boundary', 'session'],
    statements: [
      {
        Sid: 'SeeBillsAndCosts',
        Effect: 'Allow',
        Action: [
          'billing:GetBillingData',
          'billing:GetBillingDetails',
          'billing:GetBillingNotifications',
          'billing:GetBillingPreferences',
          'billing:GetContractInformation',
          'billing:GetCredits',
          'billing:GetSellerOfRecord',
          'billing:ListBillingViews',
          'ce:GetCostAndUsage',
          'ce:GetCostForecast',
          'ce:GetDimensionValues',
          'ce:GetTags',
          'ce:GetUsageForecast',
          'consolidatedbilling:GetAccountBillingRole',
          'consolidatedbilling:ListLinkedAccounts',
          'freetier:GetFreeTierUsage',
          'invoicing:GetInvoicePDF',
          'invoicing:ListInvoiceSummaries',
          'payments:GetPaymentStatus',
          'payments:ListPaymentPreferences',
        ],
        Resource: '*',
      },
      {
        Sid: 'SeeBudgets',
        Effect: 'Allow',
        Action: 'budgets:ViewBudget',
        Resource: 'arn:aws:budgets::${1:111122223333}:budget/*',
      },
    ],
  },
  {
    id: 'job-power-user',
    title: 'Job: power user without IAM',
    description:
      'Denies everything of IAM, of the organization and of the account itself, so that a broad grant beside it makes a power user and no administrator.',
    policyTypes: ['identity', 'boundary', 'session', 'scp'],
    statements: [
      {
        Sid: 'DenyIdentitiesAndAccounts',
        Effect: 'Deny',
        Action: ['account:*', 'iam:*', 'organizations:*', 'sso:*', 'sso-directory:*'],
        Resource: '*',
      },
    ],
  },
  {
    id: 'job-administrator',
    title: 'Job: administrator with MFA',
    description:
      'Allows taking on the role of an administrator, only when signed in with MFA; without it the user administers nothing.',
    policyTypes: ['identity', 'boundary'],
    statements: [
      {
        Sid: 'BecomeAdministratorWithMFA',
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Resource: 'arn:aws:iam::${1:111122223333}:role/${2:administrator}',
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      },
    ],
  },
];
