/** The shape of a condition value for which AWS has no closed list, in snippet syntax. */
export interface ConditionValueForm {
  readonly label: string;
  readonly snippet: string;
}

const ACCOUNT: ConditionValueForm = { label: 'account', snippet: '${1:111122223333}' };
const ORGANIZATION: ConditionValueForm = { label: 'organization', snippet: '${1:o-a1b2c3d4e5}' };
const ORGANIZATION_PATH: ConditionValueForm = {
  label: 'organizational unit and below',
  snippet: '${1:o-a1b2c3d4e5}/${2:r-ab12}/${3:ou-ab12-11111111}/*',
};
const VPC: ConditionValueForm = { label: 'VPC', snippet: '${1:vpc-0a1b2c3d4e5f60718}' };
const VPC_ENDPOINT: ConditionValueForm = { label: 'VPC endpoint', snippet: '${1:vpce-0a1b2c3d4e5f60718}' };
const ROLE: ConditionValueForm = {
  label: 'role',
  snippet: 'arn:aws:iam::${1:111122223333}:role/${2:role-name}',
};
const VIA_SERVICE: ConditionValueForm = {
  label: 'service and Region',
  snippet: '${1:s3}.${2:us-east-1}.amazonaws.com',
};

/** Lower-case key → forms. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const FORMS: Readonly<Record<string, readonly ConditionValueForm[]>> = {
  'aws:principalaccount': [ACCOUNT],
  'aws:resourceaccount': [ACCOUNT],
  'aws:sourceaccount': [ACCOUNT],
  'kms:calleraccount': [ACCOUNT],
  's3:resourceaccount': [ACCOUNT],
  'aws:principalorgid': [ORGANIZATION],
  'aws:resourceorgid': [ORGANIZATION],
  'aws:sourceorgid': [ORGANIZATION],
  'aws:principalorgpaths': [ORGANIZATION_PATH],
  'aws:resourceorgpaths': [ORGANIZATION_PATH],
  'aws:sourceorgpaths': [ORGANIZATION_PATH],
  'aws:sourcevpc': [VPC],
  'aws:sourcevpce': [VPC_ENDPOINT],
  'aws:principalarn': [ROLE],
  'kms:viaservice': [VIA_SERVICE],
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
  return FORMS[key.toLowerCase()] ?? [];
}

/** True if the key holds the name of a service principal, such as `lambda.amazonaws.com`. */
export function holdsServicePrincipal(key: string): boolean {
  return SERVICE_PRINCIPAL_KEYS.has(key.toLowerCase());
}
