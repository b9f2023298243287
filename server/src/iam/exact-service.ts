/**
 * Services whose actions, resource types and condition keys the Service Authorization Reference lists without a gap
 * that is known to matter: what does not fit there cannot work. Elsewhere it probably does not.
 */
const EXACT_SERVICES: ReadonlySet<string> = new Set([
  'dynamodb',
  'ecr',
  'iam',
  'kms',
  's3',
  'secretsmanager',
  'sns',
  'sqs',
  'sts',
]);

/** By its prefix, in lower case. */
export function isExactService(servicePrefix: string): boolean {
  return EXACT_SERVICES.has(servicePrefix);
}

/**
 * Services that are used everywhere. Types may be missing from their reference, but no service: on ARNs of others than
 * it names their actions cannot be used.
 */
const COMMON_SERVICES: ReadonlySet<string> = new Set([
  'ec2',
  'ecs',
  'events',
  'firehose',
  'kinesis',
  'lambda',
  'logs',
  'rds',
  'states',
]);

/** By its prefix, in lower case. */
export function isCommonService(servicePrefix: string): boolean {
  return COMMON_SERVICES.has(servicePrefix) || EXACT_SERVICES.has(servicePrefix);
}
