import { ownProperty } from '../base/own-property.ts';
import { type ConditionValueKind, conditionValueKind } from './condition-value-kind.ts';

/** The shape of a condition value for which AWS has no closed list, in snippet syntax. */
export interface ConditionValueForm {
  readonly label: string;
  readonly snippet: string;
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const FORMS_OF_KIND: Readonly<Record<ConditionValueKind, readonly ConditionValueForm[]>> = {
  account: [{ label: 'account', snippet: '${1:111122223333}' }],
  organization: [{ label: 'organization', snippet: '${1:o-a1b2c3d4e5}' }],
  organizationPath: [
    {
      label: 'organizational unit and below',
      snippet: '${1:o-a1b2c3d4e5}/${2:r-ab12}/${3:ou-ab12-11111111}/*',
    },
  ],
  vpc: [{ label: 'VPC', snippet: '${1:vpc-0a1b2c3d4e5f60718}' }],
  vpcEndpoint: [{ label: 'VPC endpoint', snippet: '${1:vpce-0a1b2c3d4e5f60718}' }],
  region: [],
  kmsKeyArn: [
    {
      label: 'KMS key',
      snippet: 'arn:aws:kms:${1:us-east-1}:${2:111122223333}:key/${3:1a2b3c4d-5e6f-7081-92a3-b4c5d6e7f809}',
    },
  ],
};

/** Lower-case key → forms, for keys that share their form with no other. */
const FORMS: Readonly<Record<string, readonly ConditionValueForm[]>> = {
  'aws:principalarn': [{ label: 'role', snippet: 'arn:aws:iam::${1:111122223333}:role/${2:role-name}' }],
  'kms:viaservice': [{ label: 'service and Region', snippet: '${1:s3}.${2:us-east-1}.amazonaws.com' }],
  'token.actions.githubusercontent.com:sub': [
    {
      label: 'one branch of one repository',
      snippet: 'repo:${1:organization}/${2:repository}:ref:refs/heads/${3:main}',
    },
    {
      label: 'one environment of one repository',
      snippet: 'repo:${1:organization}/${2:repository}:environment:${3:production}',
    },
  ],
};

/** Keys whose values are service principals. */
const SERVICE_PRINCIPAL_KEYS: ReadonlySet<string> = new Set([
  'iam:passedtoservice',
  'iam:awsservicename',
  'aws:calledvia',
  'aws:calledviafirst',
  'aws:calledvialast',
  'aws:principalservicename',
  'aws:principalservicenameslist',
]);

export function conditionValueForms(key: string): readonly ConditionValueForm[] {
  const kind = conditionValueKind(key);
  return kind ? FORMS_OF_KIND[kind] : (ownProperty(FORMS, key.toLowerCase()) ?? []);
}

/** True if the key holds the name of a service principal, such as `lambda.amazonaws.com`. */
export function holdsServicePrincipal(key: string): boolean {
  return SERVICE_PRINCIPAL_KEYS.has(key.toLowerCase());
}
