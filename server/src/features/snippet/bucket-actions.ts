/** What takes a bucket away, opens it, or lets its content be lost later. */
export const BUCKET_CHANGES: readonly string[] = [
  's3:DeleteBucket',
  's3:DeleteBucketPolicy',
  's3:PutBucketAcl',
  's3:PutBucketOwnershipControls',
  's3:PutBucketPolicy',
  's3:PutBucketPublicAccessBlock',
  's3:PutBucketVersioning',
  's3:PutLifecycleConfiguration',
];

/** What takes objects away or opens them. */
export const OBJECT_LOSSES: readonly string[] = [
  's3:BypassGovernanceRetention',
  's3:DeleteObject',
  's3:DeleteObjectVersion',
  's3:PutObjectAcl',
  's3:PutObjectVersionAcl',
];

/** Programs abort an upload in parts that has failed, or its parts stay and cost. */
export const READ_AND_WRITE: readonly string[] = [
  's3:AbortMultipartUpload',
  's3:DeleteObject',
  's3:GetObject',
  's3:PutObject',
];
