import { editDistance } from '../base/edit-distance.ts';
/** How the value of a condition key tells one caller from another. */
export type BoundingShape =
  /** An opaque name: fixed unless it has a wildcard. */
  | 'name'
  /** Fixed if the account is, or a bucket, whose name belongs to one account. */
  | 'arn'
  /** Fixed once the organization is. */
  | 'orgPath'
  /** Fixed unless the range is broader than S3 tolerates. */
  | 'cidr'
  /** Fixed if the part before the colon is. */
  | 'userId'
  /** A yes or no, of which `true` bounds. */
  | 'flag';

export interface BoundingKey {
  readonly name: string;
  readonly shape: BoundingShape;
  /** Every request carries the key, so that IfExists changes nothing. */
  readonly isAlwaysPresent: boolean;
  /** False for what keeps most strangers out, but not provably all. */
  readonly isCertain: boolean;
  readonly source: string;
}

const S3_PUBLIC =
  'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html';
const GLOBAL_KEYS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html';

/**
 * The condition keys whose fixed values leave only known callers. First those by which S3 itself decides whether a
 * bucket policy is public, then the others that name an account, an organization, a network or an AWS service.
 */
const BOUNDING_KEYS: readonly BoundingKey[] = [
  bounding('aws:SourceArn', 'arn', S3_PUBLIC),
  bounding('aws:SourceVpc', 'name', S3_PUBLIC),
  bounding('aws:SourceVpce', 'name', S3_PUBLIC),
  bounding('aws:SourceOwner', 'name', S3_PUBLIC),
  bounding('aws:SourceAccount', 'name', S3_PUBLIC),
  bounding('aws:SourceIp', 'cidr', S3_PUBLIC),
  alwaysPresent('aws:userid', 'userId', S3_PUBLIC),
  bounding('s3:x-amz-server-side-encryption-aws-kms-key-id', 'name', S3_PUBLIC),
  bounding('s3:DataAccessPointArn', 'arn', S3_PUBLIC),
  bounding('s3:DataAccessPointAccount', 'name', S3_PUBLIC),
  bounding('aws:PrincipalOrgID', 'name', S3_PUBLIC),

  bounding('aws:PrincipalArn', 'arn', GLOBAL_KEYS),
  alwaysPresent('aws:PrincipalAccount', 'name', GLOBAL_KEYS),
  bounding('aws:PrincipalOrgPaths', 'orgPath', GLOBAL_KEYS),
  bounding('aws:PrincipalIsAWSService', 'flag', GLOBAL_KEYS),
  bounding('aws:PrincipalServiceName', 'name', GLOBAL_KEYS),
  bounding('aws:PrincipalServiceNamesList', 'name', GLOBAL_KEYS),
  bounding('aws:SourceOrgID', 'name', GLOBAL_KEYS),
  bounding('aws:SourceOrgPaths', 'orgPath', GLOBAL_KEYS),
  bounding('aws:SourceVpcArn', 'arn', GLOBAL_KEYS),
  bounding('aws:VpceAccount', 'name', GLOBAL_KEYS),
  bounding('aws:VpceOrgID', 'name', GLOBAL_KEYS),
  bounding('aws:VpceOrgPaths', 'orgPath', GLOBAL_KEYS),
  bounding('aws:Ec2InstanceSourceVpc', 'name', GLOBAL_KEYS),
  bounding('ec2:SourceInstanceArn', 'arn', GLOBAL_KEYS),
  bounding('lambda:SourceFunctionArn', 'arn', GLOBAL_KEYS),
  bounding('ssm:SourceInstanceArn', 'arn', GLOBAL_KEYS),
  bounding('aws:ChatbotSourceArn', 'arn', GLOBAL_KEYS),
  bounding('identitystore:UserId', 'name', GLOBAL_KEYS),
  uncertain('aws:ViaAWSService', 'flag', GLOBAL_KEYS),
  uncertain('aws:FederatedProvider', 'name', GLOBAL_KEYS),

  uncertain(
    'lambda:EventSourceToken',
    'name',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html',
  ),
  bounding(
    'kms:CallerAccount',
    'name',
    'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html',
  ),
  bounding(
    'elasticfilesystem:AccessedViaMountTarget',
    'flag',
    'https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html',
  ),
  bounding(
    'sts:ExternalId',
    'name',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
  ),
];

/** Services whose other keys are known to say nothing about who calls. */
const FULLY_KNOWN: ReadonlySet<string> = new Set(['aws', 'kms', 'lambda', 's3', 'sns', 'sqs', 'sts']);

const BY_NAME: ReadonlyMap<string, BoundingKey> = new Map(
  BOUNDING_KEYS.map((key) => [key.name.toLowerCase(), key]),
);

/** By name without regard to case; undefined for a key that bounds nobody or is not known to. */
export function boundingKey(name: string): BoundingKey | undefined {
  return BY_NAME.get(name.toLowerCase());
}

/** True for a key that surely leaves every caller in, whatever its value; a misspelt one may be meant to bound. */
export function boundsNobody(name: string): boolean {
  return (
    !boundingKey(name) && FULLY_KNOWN.has(name.slice(0, name.indexOf(':')).toLowerCase()) && !isSlip(name)
  );
}

function isSlip(name: string): boolean {
  const written = name.toLowerCase();
  return [...BY_NAME.keys()].some((key) => editDistance(written, key, 1) === 1);
}

function bounding(name: string, shape: BoundingShape, source: string): BoundingKey {
  return { name, shape, isAlwaysPresent: false, isCertain: true, source };
}

function alwaysPresent(name: string, shape: BoundingShape, source: string): BoundingKey {
  return { ...bounding(name, shape, source), isAlwaysPresent: true };
}

function uncertain(name: string, shape: BoundingShape, source: string): BoundingKey {
  return { ...bounding(name, shape, source), isCertain: false };
}
