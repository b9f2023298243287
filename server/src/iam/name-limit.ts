/** How long the name of a kind of resource may be. */
export interface NameLimit {
  /** The service in the ARN. */
  readonly service: string;
  /** Finds the name in the last part of the ARN, as its only group. */
  readonly name: RegExp;
  /** Characters. */
  readonly most: number;
  /** Follows "names of". */
  readonly kind: string;
  readonly source: string;
}

/** Characters. @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPoliciesGrantingServiceAccess.html */
export const LONGEST_ARN = 2048;

const IAM_QUOTAS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html';

/** Names of resources that policies often name; of those with a path only the last part counts. */
export const NAME_LIMITS: readonly NameLimit[] = [
  limit(
    's3',
    /^([^/:]+)(?:\/|$)/,
    63,
    'buckets',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
  ),
  limit('iam', /^role\/(?:.*\/)?([^/]*)$/, 64, 'roles', IAM_QUOTAS),
  limit('iam', /^user\/(?:.*\/)?([^/]*)$/, 64, 'users', IAM_QUOTAS),
  limit('iam', /^group\/(?:.*\/)?([^/]*)$/, 128, 'groups', IAM_QUOTAS),
  limit('iam', /^policy\/(?:.*\/)?([^/]*)$/, 128, 'policies', IAM_QUOTAS),
  limit('iam', /^instance-profile\/(?:.*\/)?([^/]*)$/, 128, 'instance profiles', IAM_QUOTAS),
  limit(
    'lambda',
    /^function:([^:]+)/,
    64,
    'functions',
    'https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html',
  ),
  limit(
    'dynamodb',
    /^table\/([^/]+)/,
    255,
    'tables',
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html',
  ),
  limit(
    'sqs',
    /^([^:/]+)$/,
    80,
    'queues',
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html',
  ),
  limit(
    'sns',
    /^([^:/]+)(?::|$)/,
    256,
    'topics',
    'https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html',
  ),
  limit(
    'logs',
    /^log-group:([^:]+)/,
    512,
    'log groups',
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html',
  ),
  limit(
    'kinesis',
    /^stream\/([^/]+)/,
    128,
    'streams',
    'https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html',
  ),
  limit(
    'ecr',
    /^repository\/(.+)$/,
    256,
    'repositories',
    'https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html',
  ),
  limit(
    'states',
    /^stateMachine:([^:]+)/,
    80,
    'state machines',
    'https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html',
  ),
];

function limit(service: string, name: RegExp, most: number, kind: string, source: string): NameLimit {
  return { service, name, most, kind, source };
}
