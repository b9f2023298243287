/** What counts of one record of CloudTrail. */
export interface CloudTrailEvent {
  /** `s3.amazonaws.com`. */
  readonly source: string;
  readonly name: string;
  /** ISO 8601, as written; empty if missing. */
  readonly time: string;
  readonly errorCode: string | undefined;
  /** An AWS service acts on its own behalf; a call that it makes with a caller's permissions is the caller's. */
  readonly isOfService: boolean;
  readonly isData: boolean;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly resources: readonly string[];
  /** ARNs and names by which the caller may be asked for: the role of a session first. */
  readonly identities: readonly string[];
}

/**
 * Undefined for what has no event source and name.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export function readCloudTrailEvent(record: unknown): CloudTrailEvent | undefined {
  const { eventSource, eventName, eventTime, errorCode, eventType, ...rest } = objectOf(record);
  if (typeof eventSource !== 'string' || typeof eventName !== 'string') return undefined;
  const identity = objectOf(rest['userIdentity']);
  const issuer = objectOf(objectOf(identity['sessionContext'])['sessionIssuer']);
  const resources = Array.isArray(rest['resources']) ? rest['resources'] : [];
  return {
    source: eventSource,
    name: eventName,
    time: typeof eventTime === 'string' ? eventTime : '',
    errorCode: typeof errorCode === 'string' && errorCode !== '' ? errorCode : undefined,
    isOfService: eventType === 'AwsServiceEvent' || identity['type'] === 'AWSService',
    isData: rest['eventCategory'] === 'Data' || rest['managementEvent'] === false,
    parameters: objectOf(rest['requestParameters']),
    resources: textsIn(resources.map((entry) => objectOf(entry)['ARN'] ?? objectOf(entry)['arn'])),
    identities: textsIn([issuer['arn'], identity['arn'], issuer['userName'], identity['userName']]),
  };
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Readonly<Record<string, unknown>>) : {};
}

const textsIn = (values: readonly unknown[]): readonly string[] =>
  values.filter((value): value is string => typeof value === 'string' && value !== '');
