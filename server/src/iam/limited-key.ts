/**
 * Services whose requests carry the keys about the owner of a VPC endpoint, by prefix in lower case; more may have come
 * since. Elsewhere the keys are absent.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpceaccount
 * @see https://github.com/aws-samples/data-perimeter-policy-examples
 */
const ENDPOINT_OWNER_SERVICES: ReadonlySet<string> = new Set([
  'acm-pca',
  'applicationinsights',
  'apprunner',
  'athena',
  'cloudformation',
  'comprehendmedical',
  'compute-optimizer',
  'datasync',
  'discovery',
  'ebs',
  'firehose',
  'healthlake',
  'iam',
  'iotfleetwise',
  'iotwireless',
  'kms',
  'lambda',
  'medical-imaging',
  'omics',
  'payment-cryptography',
  'polly',
  'rbin',
  'rekognition',
  's3',
  'scheduler',
  'servicediscovery',
  'servicequotas',
  'ssm-contacts',
  'storagegateway',
  'textract',
  'transcribe',
  'transfer',
]);

/** The month of the list above. */
export const LIMITED_KEYS_AS_OF = '2025-09';

/** True for a global key that only some services send. */
export function isLimitedKey(key: string): boolean {
  return /^aws:vpce(?:account|orgid|orgpaths)$/i.test(key);
}

/** Whether the requests for an action (full name or pattern) may carry the keys of `isLimitedKey`. */
export function sendsLimitedKeys(action: string): boolean {
  const [prefix = '', name] = action.toLowerCase().split(':');
  return ENDPOINT_OWNER_SERVICES.has(prefix) && !(prefix === 'iam' && name === 'passrole');
}
