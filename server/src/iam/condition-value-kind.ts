/** What the values of a condition key are, where AWS gives their form but no list. */
export type ConditionValueKind =
  | 'account'
  | 'organization'
  | 'organizationPath'
  | 'vpc'
  | 'vpcEndpoint'
  | 'region'
  | 'kmsKeyArn';

const KEYS: Readonly<Record<ConditionValueKind, readonly string[]>> = {
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
  account: [
    'aws:PrincipalAccount',
    'aws:ResourceAccount',
    'aws:SourceAccount',
    'aws:SourceOwner',
    'aws:VpceAccount',
    'events:creatorAccount',
    'kms:CallerAccount',
    'ram:ShareOwnerAccountId',
    's3:DataAccessPointAccount',
    's3:ResourceAccount',
    's3-outposts:DataAccessPointAccount',
    's3express:DataAccessPointAccount',
    's3express:ResourceAccount',
    'vpc-lattice-svcs:SourceVpcOwnerAccount',
  ],
  // https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html
  organization: [
    'aws:PrincipalOrgID',
    'aws:ResourceOrgID',
    'aws:SourceOrgID',
    'aws:VpceOrgID',
    'ssm:NodeOrgId',
  ],
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed-view-data-orgs.html
  organizationPath: [
    'aws:PrincipalOrgPaths',
    'aws:ResourceOrgPaths',
    'aws:SourceOrgPaths',
    'aws:VpceOrgPaths',
    'account:AccountResourceOrgPaths',
  ],
  // https://docs.aws.amazon.com/vpc/latest/userguide/what-is-amazon-vpc.html
  vpc: [
    'aws:Ec2InstanceSourceVpc',
    'aws:SourceVpc',
    'cloudshell:VpcIds',
    'ec2:VpcID',
    'glue:VpcIds',
    'lambda:VpcIds',
    'vpc-lattice:VpcId',
    'vpc-lattice-svcs:SourceVpc',
  ],
  // https://docs.aws.amazon.com/vpc/latest/privatelink/concepts.html
  vpcEndpoint: ['apprunner:VpcEndpointId', 'aws:SourceVpce', 'vpc-lattice:VpcEndpointId'],
  // https://docs.aws.amazon.com/general/latest/gr/rande.html
  region: [
    'account:TargetRegion',
    'aws:RequestedRegion',
    'batch:AWSLogsRegion',
    'cloudformation:TargetRegion',
    'dsql:WitnessRegion',
    'ec2:Region',
    'ec2:VpceServiceRegion',
    'ec2:VpceSupportedRegion',
    'identitystore:PrimaryRegion',
    'kms:PrimaryRegion',
    'kms:ReplicaRegion',
    's3:destinationRegion',
    'secretsmanager:AddReplicaRegions',
    'secretsmanager:SecretPrimaryRegion',
    'ses:ReplicaRegion',
    'sso:PrimaryRegion',
  ],
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
  kmsKeyArn: [
    's3:x-amz-server-side-encryption-aws-kms-key-id',
    's3express:x-amz-server-side-encryption-aws-kms-key-id',
    's3tables:KMSKeyArn',
    's3vectors:kmsKeyArn',
    'quicksight:KmsKeyArns',
    'sagemaker:OutputKmsKey',
    'sagemaker:VolumeKmsKey',
    'secretsmanager:KmsKeyArn',
  ],
};

/** As AWS writes them. */
export const CONDITION_KIND_KEYS: readonly string[] = Object.values(KEYS).flat();

const BY_KEY: ReadonlyMap<string, ConditionValueKind> = new Map(
  Object.entries(KEYS).flatMap(([kind, keys]) =>
    keys.map((key) => [key.toLowerCase(), kind as ConditionValueKind]),
  ),
);

/** By the key without regard to case; undefined where any text may stand, or AWS lists the values. */
export function conditionValueKind(key: string): ConditionValueKind | undefined {
  return BY_KEY.get(key.toLowerCase());
}
