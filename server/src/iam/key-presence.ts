/** Which requests carry a condition key, and whether the key says who calls or from where. */
export interface KeyPresence {
  /** As AWS writes it; a tag key is the placeholder `${TagKey}`. */
  readonly name: string;
  /** The requests that lack the key, as a plural noun phrase; undefined where every request carries it. */
  readonly lacking: string | undefined;
  /** True for a key that callers have to satisfy: it tells who they are, or the way they come. */
  readonly isProof: boolean;
  readonly source: string;
}

const GLOBAL_KEYS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html';
const STS_KEYS =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html';
const KMS_KEYS = 'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html';

/** Of the keys whose presence AWS documents; the others may be absent from any request. */
const KEY_PRESENCE: readonly KeyPresence[] = [
  ...always(
    'aws:CurrentTime',
    'aws:EpochTime',
    'aws:PrincipalAccount',
    'aws:PrincipalType',
    'aws:RequestedRegion',
    'aws:SecureTransport',
    'aws:UserAgent',
    'aws:userid',
    'aws:ViaAWSService',
  ),

  ...proofs('anonymous requests', 'aws:PrincipalArn', 'aws:PrincipalIsAWSService'),
  ...proofs('callers outside an organization', 'aws:PrincipalOrgID', 'aws:PrincipalOrgPaths'),
  ...proofs('callers without the tag', 'aws:PrincipalTag/${TagKey}'),
  ...proofs('callers that are no IAM user', 'aws:username'),
  ...proofs('callers that are no AWS service', 'aws:PrincipalServiceName', 'aws:PrincipalServiceNamesList'),
  ...proofs('sessions of no identity provider', 'aws:FederatedProvider'),
  ...proofs('callers without a source identity', 'aws:SourceIdentity'),
  ...proofs('callers without MFA', 'aws:MultiFactorAuthAge'),
  ...proofs('long-term access keys', 'aws:MultiFactorAuthPresent'),

  ...proofs('requests through a VPC endpoint', 'aws:SourceIp'),
  ...proofs(
    'requests outside VPC endpoints',
    'aws:SourceVpc',
    'aws:SourceVpcArn',
    'aws:SourceVpce',
    'aws:VpcSourceIp',
    'aws:VpceAccount',
    'aws:VpceOrgID',
    'aws:VpceOrgPaths',
  ),
  ...proofs(
    'requests of no EC2 instance',
    'aws:Ec2InstanceSourcePrivateIPv4',
    'aws:Ec2InstanceSourceVpc',
    'ec2:SourceInstanceArn',
  ),
  ...proofs('requests of no Lambda function', 'lambda:SourceFunctionArn'),
  ...proofs(
    'requests without a source resource',
    'aws:SourceAccount',
    'aws:SourceArn',
    'aws:SourceOrgID',
    'aws:SourceOrgPaths',
    'aws:SourceOwner',
  ),
  ...proofs('direct calls', 'aws:CalledVia', 'aws:CalledViaFirst', 'aws:CalledViaLast'),

  ...varying(
    GLOBAL_KEYS,
    ['long-term access keys', 'aws:TokenIssueTime'],
    ['resources outside an organization', 'aws:ResourceOrgID', 'aws:ResourceOrgPaths'],
    ['actions whose resource has no known account', 'aws:ResourceAccount'],
    ['resources without the tag', 'aws:ResourceTag/${TagKey}'],
    ['requests that do not set the tag', 'aws:RequestTag/${TagKey}'],
    ['requests without tags', 'aws:TagKeys'],
    ['requests without the header', 'aws:referer'],
  ),

  proof('sts:ExternalId', 'callers who send no external ID', STS_KEYS),
  proof('sts:SourceIdentity', 'callers who set no source identity', STS_KEYS),
  proof('kms:ViaService', 'direct calls', KMS_KEYS),
];

const BY_NAME: ReadonlyMap<string, KeyPresence> = new Map(
  KEY_PRESENCE.map((key) => [stem(key.name.toLowerCase()), key]),
);

/** By name without regard to case, tag key included; undefined for a key of which nothing is known. */
export function keyPresence(name: string): KeyPresence | undefined {
  return BY_NAME.get(stem(name.toLowerCase()));
}

/** True if every request carries the key, signed or not. */
export function isAlwaysPresent(name: string): boolean {
  const known = keyPresence(name);
  return known !== undefined && known.lacking === undefined;
}

/** `aws:principaltag/` for any tag. */
function stem(name: string): string {
  const slash = name.indexOf('/');
  return slash < 0 ? name : name.slice(0, slash + 1);
}

function always(...names: readonly string[]): readonly KeyPresence[] {
  return names.map((name) => ({ name, lacking: undefined, isProof: false, source: GLOBAL_KEYS }));
}

function proofs(lacking: string, ...names: readonly string[]): readonly KeyPresence[] {
  return names.map((name) => proof(name, lacking, GLOBAL_KEYS));
}

function proof(name: string, lacking: string, source: string): KeyPresence {
  return { name, lacking, isProof: true, source };
}

function varying(
  source: string,
  ...rows: readonly (readonly [lacking: string, ...names: string[]])[]
): readonly KeyPresence[] {
  return rows.flatMap(([lacking, ...names]) =>
    names.map((name) => ({ name, lacking, isProof: false, source })),
  );
}
