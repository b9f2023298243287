/** A condition key that AWS has given another name. */
export interface SupersededKey {
  readonly name: string;
  readonly successor: string;
}

const SERVICE_REFERENCE = 'Service Authorization Reference of 2026-09-26';

/**
 * Keys that AWS calls deprecated, each with the key that has taken its place. For `aws:ARN` see the policy checks of
 * IAM Access Analyzer; the others are those of the reference of each service.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
export const SUPERSEDED_KEYS: readonly (SupersededKey & { readonly evidence: string })[] = [
  { name: 'aws:ARN', successor: 'aws:PrincipalArn', evidence: 'Access Analyzer policy checks' },
  ...[
    ['kms:CustomerMasterKeySpec', 'kms:KeySpec'],
    ['kms:CustomerMasterKeyUsage', 'kms:KeyUsage'],
    ['sagemaker:DomainSharingOutputKmsKey', 'sagemaker:DomainSharingOutputKmsKeyArn'],
    ['sagemaker:FeatureGroupOfflineStoreKmsKey', 'sagemaker:FeatureGroupOfflineStoreKmsKeyArn'],
    ['sagemaker:FeatureGroupOnlineStoreKmsKey', 'sagemaker:FeatureGroupOnlineStoreKmsKeyArn'],
    ['sagemaker:HomeEfsFileSystemKmsKey', 'sagemaker:VolumeKmsKeyArn'],
    ['sagemaker:OutputKmsKey', 'sagemaker:OutputKmsKeyArn'],
    ['sagemaker:VolumeKmsKey', 'sagemaker:VolumeKmsKeyArn'],
    ['secretsmanager:KmsKeyId', 'secretsmanager:KmsKeyArn'],
  ].map(([name = '', successor = '']) => ({ name, successor, evidence: SERVICE_REFERENCE })),
];

/** Without regard to case; undefined for a key that is not superseded. */
export function supersededKey(key: string): SupersededKey | undefined {
  return BY_NAME.get(key.toLowerCase());
}

const BY_NAME: ReadonlyMap<string, SupersededKey> = new Map(
  SUPERSEDED_KEYS.map((key) => [key.name.toLowerCase(), key]),
);
