/**
 * Where the name of a CloudTrail event is not the action that authorised it, beside what `api-name.ts` knows of
 * operations.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */

/** What stands before `.amazonaws.com` in an event source, lower case, gives the service prefix where they differ. */
export const EVENT_SOURCE_PREFIXES: ReadonlyMap<string, string> = mapOf({
  appstream2: 'appstream',
  email: 'ses',
  'models-v2-lex': 'lex',
  'models.lex': 'lex',
  monitoring: 'cloudwatch',
  'mturk-requester': 'mechanicalturk',
  'runtime-v2-lex': 'lex',
  'runtime.lex': 'lex',
  'streams.dynamodb': 'dynamodb',
  tagging: 'tag',
});

/**
 * Events that need no permission, by event source: signing in to the console, and asking who one is.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export const EVENTS_WITHOUT_PERMISSION: ReadonlyMap<string, readonly string[]> = mapOf({
  signin: [
    'CheckMfa',
    'ConsoleLogin',
    'ExitRole',
    'PasswordRecoveryCompleted',
    'PasswordRecoveryRequested',
    'RenewRole',
    'SwitchRole',
  ],
  sts: ['GetCallerIdentity'],
});

/** An action that a call needs besides its own when its request has a certain parameter. */
export interface ParameterAction {
  /** Full name; `ec2:*` for every action of the service. */
  readonly action: string;
  /** A member of `requestParameters`. */
  readonly parameter: string;
  readonly needs: string;
}

/**
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html
 */
export const PARAMETER_ACTIONS: readonly ParameterAction[] = [
  { action: 'ec2:*', parameter: 'tagSpecificationSet', needs: 'ec2:CreateTags' },
  { action: 's3:CreateBucket', parameter: 'x-amz-acl', needs: 's3:PutBucketAcl' },
  { action: 's3:DeleteObject', parameter: 'versionId', needs: 's3:DeleteObjectVersion' },
  { action: 's3:DeleteObjectTagging', parameter: 'versionId', needs: 's3:DeleteObjectVersionTagging' },
  { action: 's3:GetObject', parameter: 'versionId', needs: 's3:GetObjectVersion' },
  { action: 's3:GetObjectAcl', parameter: 'versionId', needs: 's3:GetObjectVersionAcl' },
  { action: 's3:GetObjectAttributes', parameter: 'versionId', needs: 's3:GetObjectVersionAttributes' },
  { action: 's3:GetObjectTagging', parameter: 'versionId', needs: 's3:GetObjectVersionTagging' },
  { action: 's3:PutObject', parameter: 'x-amz-acl', needs: 's3:PutObjectAcl' },
  { action: 's3:PutObject', parameter: 'x-amz-tagging', needs: 's3:PutObjectTagging' },
  { action: 's3:PutObjectAcl', parameter: 'versionId', needs: 's3:PutObjectVersionAcl' },
  { action: 's3:PutObjectTagging', parameter: 'versionId', needs: 's3:PutObjectVersionTagging' },
  { action: 'sts:AssumeRole', parameter: 'sourceIdentity', needs: 'sts:SetSourceIdentity' },
  { action: 'sts:AssumeRole', parameter: 'tags', needs: 'sts:TagSession' },
];

/**
 * Actions, by service prefix, that a trail does not log unless data events are turned on for the resource. The list is
 * of the services that policies name most; others have data events too.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html
 */
export const DATA_EVENT_ACTIONS: ReadonlyMap<string, string> = mapOf({
  cloudwatch: 'GetMetricData PutMetricData',
  dynamodb:
    'BatchGetItem BatchWriteItem ConditionCheckItem DeleteItem GetItem GetRecords GetShardIterator PartiQLDelete PartiQLInsert PartiQLSelect PartiQLUpdate PutItem Query Scan UpdateItem',
  ebs: 'CompleteSnapshot GetSnapshotBlock ListChangedBlocks ListSnapshotBlocks PutSnapshotBlock StartSnapshot',
  kinesis: 'GetRecords GetShardIterator PutRecord PutRecords SubscribeToShard',
  lambda: 'InvokeFunction',
  'rds-data':
    'BatchExecuteStatement BeginTransaction CommitTransaction ExecuteSql ExecuteStatement RollbackTransaction',
  s3: 'AbortMultipartUpload DeleteObject DeleteObjectTagging DeleteObjectVersion DeleteObjectVersionTagging GetObject GetObjectAcl GetObjectAttributes GetObjectLegalHold GetObjectRetention GetObjectTagging GetObjectTorrent GetObjectVersion GetObjectVersionAcl GetObjectVersionAttributes GetObjectVersionTagging ListBucket ListBucketMultipartUploads ListBucketVersions ListMultipartUploadParts PutObject PutObjectAcl PutObjectLegalHold PutObjectRetention PutObjectTagging PutObjectVersionAcl PutObjectVersionTagging RestoreObject',
  sns: 'Publish',
  sqs: 'ChangeMessageVisibility DeleteMessage ReceiveMessage SendMessage',
});

function mapOf<T>(entries: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(entries));
}
