import { ownProperty } from '../base/own-property.ts';
import type { PolicyType } from './policy-type.ts';

/** How long a policy may be. */
export interface Quota {
  /** What is limited; follows "of a". */
  readonly subject: string;
  readonly limit: number;
  /** Bytes are those of UTF-8. */
  readonly unit: 'characters' | 'bytes';
  /** Of the white space between JSON tokens; what stands inside quotes always counts. */
  readonly whiteSpace: 'counted' | 'ignored';
  /** False where no page of AWS that we know of states the number: to be shown, never to be complained about. */
  readonly verified: boolean;
  /** What else there is to know; one clause. */
  readonly note?: string;
  readonly source: string;
}

const DOCS = 'https://docs.aws.amazon.com/';
const IAM_QUOTAS = `${DOCS}IAM/latest/UserGuide/reference_iam-quotas.html`;
const ORGANIZATIONS_QUOTAS = `${DOCS}organizations/latest/userguide/orgs_reference_limits.html`;

const MANAGED: Quota = {
  subject: 'managed policy',
  limit: 6144,
  unit: 'characters',
  whiteSpace: 'ignored',
  verified: true,
  source: IAM_QUOTAS,
};

function inline(subject: string, limit: number): Quota {
  const note = 'all inline policies of the entity together';
  return {
    subject,
    limit,
    unit: 'characters',
    whiteSpace: 'ignored',
    verified: true,
    note,
    source: IAM_QUOTAS,
  };
}

/** What a policy of each type can become, the usual form first. Resource-based policies differ by service. */
const BY_TYPE: Readonly<Record<Exclude<PolicyType, 'resource'>, readonly Quota[]>> = {
  identity: [
    MANAGED,
    inline('inline policy of a user', 2048),
    inline('inline policy of a group', 5120),
    inline('inline policy of a role', 10_240),
  ],
  boundary: [{ ...MANAGED, subject: 'permissions boundary, which is a managed policy' }],
  trust: [
    {
      subject: 'role trust policy',
      limit: 2048,
      unit: 'characters',
      whiteSpace: 'ignored',
      verified: true,
      note: 'can be raised through Service Quotas',
      source: IAM_QUOTAS,
    },
  ],
  session: [
    {
      subject: 'session policy',
      limit: 2048,
      unit: 'characters',
      whiteSpace: 'counted',
      verified: true,
      note: 'AWS also packs it with the session tags into a binary form, whose size it only tells as a percentage',
      source: `${DOCS}STS/latest/APIReference/API_AssumeRole.html`,
    },
  ],
  scp: [
    {
      subject: 'service control policy',
      limit: 10_240,
      unit: 'characters',
      whiteSpace: 'counted',
      verified: true,
      note: 'the console removes white space before it saves; 5,120 until May 2026',
      source: ORGANIZATIONS_QUOTAS,
    },
  ],
  rcp: [
    {
      subject: 'resource control policy',
      limit: 5120,
      unit: 'characters',
      whiteSpace: 'counted',
      verified: true,
      note: 'the console removes white space before it saves',
      source: ORGANIZATIONS_QUOTAS,
    },
  ],
  endpoint: [
    {
      subject: 'VPC endpoint policy',
      limit: 20_480,
      unit: 'characters',
      whiteSpace: 'counted',
      verified: true,
      source: `${DOCS}vpc/latest/privatelink/vpc-endpoints-access.html`,
    },
  ],
};

function ofService(
  subject: string,
  limit: number,
  source: string,
  { verified = true, unit = 'bytes' }: { readonly verified?: boolean; readonly unit?: Quota['unit'] } = {},
): Quota {
  return { subject, limit, unit, whiteSpace: 'counted', verified, source: `${DOCS}${source}` };
}

/** Of resource-based policies, by the prefix of the service whose resource they are attached to. */
const BY_SERVICE: Readonly<Record<string, Quota>> = {
  s3: ofService('bucket policy', 20_480, 'AmazonS3/latest/userguide/bucket-policies.html'),
  kms: ofService('key policy', 32_768, 'kms/latest/developerguide/resource-limits.html'),
  sqs: ofService('queue policy', 8192, 'AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html'),
  sns: ofService(
    'topic policy',
    30_720,
    'sns/latest/dg/sns-access-policy-language-api-permissions-reference.html',
  ),
  lambda: ofService('function policy', 20_480, 'lambda/latest/dg/gettingstarted-limits.html'),
  dynamodb: ofService(
    'policy of a table or stream',
    20_480,
    'amazondynamodb/latest/developerguide/rbac-considerations.html',
  ),
  secretsmanager: ofService(
    'policy of a secret',
    20_480,
    'secretsmanager/latest/userguide/reference_limits.html',
    { unit: 'characters' },
  ),
  ecr: ofService('repository policy', 10_240, 'AmazonECR/latest/APIReference/API_SetRepositoryPolicy.html', {
    unit: 'characters',
  }),
  elasticfilesystem: ofService('file system policy', 20_000, 'efs/latest/ug/API_PutFileSystemPolicy.html', {
    unit: 'characters',
  }),
  codeartifact: ofService(
    'policy of a domain or repository',
    7168,
    'codeartifact/latest/APIReference/API_PutDomainPermissionsPolicy.html',
    { unit: 'characters' },
  ),
  organizations: ofService(
    'delegation policy',
    40_000,
    'organizations/latest/userguide/orgs_reference_limits.html',
    { unit: 'characters' },
  ),
  events: ofService('policy of an event bus', 10_240, 'eventbridge/latest/userguide/eb-quota.html', {
    verified: false,
  }),
  logs: ofService(
    'resource policy of CloudWatch Logs',
    5120,
    'AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html',
    { verified: false, unit: 'characters' },
  ),
  glue: ofService(
    'resource policy of a Data Catalog',
    10_240,
    'glue/latest/webapi/API_PutResourcePolicy.html',
    {
      verified: false,
    },
  ),
  'execute-api': ofService('policy of an API', 8192, 'apigateway/latest/developerguide/limits.html', {
    verified: false,
  }),
};

/**
 * The quotas that a policy may have to keep, the usual one first. Empty for a resource-based policy whose actions are
 * of several services, or of one whose limit we do not know.
 */
export function quotasOf(policyType: PolicyType, servicePrefixes: readonly string[]): readonly Quota[] {
  if (policyType !== 'resource') return BY_TYPE[policyType];
  const prefixes = new Set(servicePrefixes.map((prefix) => prefix.toLowerCase()));
  const [only] = prefixes;
  if (prefixes.size !== 1 || only === undefined) return [];
  const quota = ownProperty(BY_SERVICE, only);
  return quota ? [quota] : [];
}
