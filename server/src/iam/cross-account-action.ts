/** Actions that work on resources of other accounts, if the policies of those resources allow it. */
export interface CrossAccountActions {
  /** The service in the ARN of the resource. */
  readonly service: string;
  /** What the resources are called. */
  readonly kind: string;
  readonly servicePrefix: string;
  readonly names: readonly string[];
  /** The resource gives access to more than itself. */
  readonly isPowerful: boolean;
}

/**
 * The actions that take over a role, use a key, or move data, with resources whose ARN names an account. Somebody else
 * may have prepared such a resource in an account of their own.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html
 */
export const CROSS_ACCOUNT_ACTIONS: readonly CrossAccountActions[] = [
  { service: 'iam', kind: 'roles', servicePrefix: 'sts', names: ['AssumeRole'], isPowerful: true },
  {
    service: 'kms',
    kind: 'keys',
    servicePrefix: 'kms',
    names: ['CreateGrant', 'Decrypt', 'Encrypt', 'GenerateDataKey', 'ReEncryptFrom', 'ReEncryptTo'],
    isPowerful: true,
  },
  ofData('dynamodb', 'tables', ['GetItem', 'PutItem', 'Query', 'Scan', 'UpdateItem']),
  ofData('kinesis', 'streams', ['GetRecords', 'PutRecord', 'PutRecords']),
  ofData('lambda', 'functions', ['InvokeFunction']),
  ofData('secretsmanager', 'secrets', ['GetSecretValue', 'PutSecretValue']),
  ofData('sns', 'topics', ['Publish', 'Subscribe']),
  ofData('sqs', 'queues', ['ReceiveMessage', 'SendMessage']),
];

function ofData(service: string, kind: string, names: readonly string[]): CrossAccountActions {
  return { service, kind, servicePrefix: service, names, isPowerful: false };
}
