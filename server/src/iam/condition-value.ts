/** Values that a condition key can have, where AWS documents a closed or usual list. Lower-case key → values. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
  'aws:principaltype': ['Account', 'User', 'FederatedUser', 'AssumedRole', 'Anonymous'],
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/serv-side-encryption.html
  's3:x-amz-server-side-encryption': ['AES256', 'aws:kms', 'aws:kms:dsse'],
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
  's3:x-amz-acl': [
    'private',
    'bucket-owner-full-control',
    'bucket-owner-read',
    'authenticated-read',
    'public-read',
    'public-read-write',
    'aws-exec-read',
    'log-delivery-write',
  ],
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html
  's3:x-amz-storage-class': [
    'STANDARD',
    'STANDARD_IA',
    'ONEZONE_IA',
    'INTELLIGENT_TIERING',
    'GLACIER',
    'GLACIER_IR',
    'DEEP_ARCHIVE',
    'REDUCED_REDUNDANCY',
  ],
  // https://docs.aws.amazon.com/AmazonS3/latest/API/bucket-policy-s3-sigv4-conditions.html
  's3:authtype': ['REST-HEADER', 'REST-QUERY-STRING', 'POST'],
  's3:signatureversion': ['AWS4-HMAC-SHA256', 'AWS4-ECDSA-P256-SHA256'],
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc_verify-thumbprint.html
  'token.actions.githubusercontent.com:aud': ['sts.amazonaws.com'],
  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-policy-structure.html
  'ec2:metadatahttptokens': ['required', 'optional'],
  'ec2:tenancy': ['default', 'dedicated', 'host'],
};

/** The values that AWS documents for a key, most usual first; empty where any text may stand. */
export function conditionValues(key: string): readonly string[] {
  return VALUES[key.toLowerCase()] ?? [];
}
