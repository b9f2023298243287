import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type CloudTrailUsage, isUnlogged } from '../../server/src/reasoning/cloudtrail.ts';
import { cloudTrailRecords } from '../../server/src/reasoning/cloudtrail-records.ts';
import { usageOfRecords } from '../support/usage-of-records.ts';

const ROLE = 'arn:aws:iam::111122223333:role/app';

/** A record as CloudTrail writes it, of a session of `ROLE`. */
function event(source: string, eventName: string, more: object = {}): object {
  return {
    eventVersion: '1.09',
    userIdentity: {
      type: 'AssumedRole',
      arn: 'arn:aws:sts::111122223333:assumed-role/app/session',
      sessionContext: { sessionIssuer: { type: 'Role', arn: ROLE, userName: 'app' } },
    },
    eventTime: '2026-03-05T10:00:00Z',
    eventSource: `${source}.amazonaws.com`,
    eventName,
    eventType: 'AwsApiCall',
    requestParameters: null,
    ...more,
  };
}

const usageOf = (...records: readonly unknown[]): CloudTrailUsage => usageOfRecords(records);

const actionsOf = (...records: readonly unknown[]): readonly string[] => [
  ...usageOf(...records).actions.keys(),
];

describe('the action of an event', () => {
  const check = (source: string, name: string, expected: readonly string[]): void =>
    assert.deepEqual(actionsOf(event(source, name)), expected, `${source} ${name}`);

  test('is named by the event, as AWS spells it', () => {
    check('ec2', 'DescribeInstances', ['ec2:DescribeInstances']);
    check('dynamodb', 'getitem', ['dynamodb:GetItem']);
  });

  test('has another prefix than the event source', () => {
    check('monitoring', 'PutMetricAlarm', ['cloudwatch:PutMetricAlarm']);
    check('email', 'SendEmail', ['ses:SendEmail']);
    check('tagging', 'GetResources', ['tag:GetResources']);
    check('streams.dynamodb', 'GetRecords', ['dynamodb:GetRecords']);
    check('runtime.lex', 'PostText', ['lex:PostText']);
    check('models.lex', 'GetBot', ['lex:GetBot']);
    check('appstream2', 'DescribeFleets', ['appstream:DescribeFleets']);
    check('mturk-requester', 'CreateHIT', ['mechanicalturk:CreateHIT']);
  });

  test('has no version', () => {
    check('lambda', 'ListFunctions20150331', ['lambda:ListFunctions']);
    check('lambda', 'UpdateFunctionCode20150331v2', ['lambda:UpdateFunctionCode']);
    check('cloudfront', 'CreateDistribution2020_05_31', ['cloudfront:CreateDistribution']);
  });

  test('is another where the operation is no action', () => {
    check('s3', 'ListObjectsV2', ['s3:ListBucket']);
    check('s3', 'HeadObject', ['s3:GetObject']);
    check('s3', 'GetBucketEncryption', ['s3:GetEncryptionConfiguration']);
    check('apigateway', 'CreateRestApi', ['apigateway:POST']);
  });

  test('is several where one is not enough', () => {
    check('kms', 'ReEncrypt', ['kms:ReEncryptFrom', 'kms:ReEncryptTo']);
    check('s3', 'CopyObject', ['s3:GetObject', 's3:PutObject']);
  });

  test('is none where no permission is needed', () => {
    check('sts', 'GetCallerIdentity', []);
    check('signin', 'ConsoleLogin', []);
    const usage = usageOf(event('sts', 'GetCallerIdentity'), event('signin', 'SwitchRole'));
    assert.deepEqual([usage.needless, usage.unmapped], [2, []]);
  });

  test('is never guessed', () => {
    const usage = usageOf(
      event('ec2', 'DescribeNothing'),
      event('nowhere', 'GetThing'),
      event('nowhere', 'GetThing'),
      event('constructor', 'toString'),
    );
    assert.deepEqual([...usage.actions], []);
    assert.deepEqual(usage.unmapped, [
      { source: 'nowhere.amazonaws.com', name: 'GetThing', count: 2 },
      { source: 'ec2.amazonaws.com', name: 'DescribeNothing', count: 1 },
      { source: 'constructor.amazonaws.com', name: 'toString', count: 1 },
    ]);
  });
});

describe('what an event implies', () => {
  const check = (
    source: string,
    name: string,
    requestParameters: object,
    expected: readonly string[],
  ): void => assert.deepEqual(actionsOf(event(source, name, { requestParameters })), expected);

  test('is tagging on creation', () => {
    check('ec2', 'CreateVolume', { tagSpecificationSet: { items: [{}] } }, [
      'ec2:CreateTags',
      'ec2:CreateVolume',
    ]);
    check('sqs', 'CreateQueue', { queueName: 'q', tags: { a: 'b' } }, ['sqs:CreateQueue', 'sqs:TagQueue']);
    check('sqs', 'CreateQueue', { queueName: 'q', tags: {} }, ['sqs:CreateQueue']);
    check('rds', 'CreateDBInstance', { tags: [{ key: 'a' }] }, [
      'rds:AddTagsToResource',
      'rds:CreateDBInstance',
    ]);
  });

  test('is a role that is passed, with its ARN', () => {
    const role = 'arn:aws:iam::111122223333:role/fn';
    const { actions } = usageOf(event('lambda', 'CreateFunction20150331', { requestParameters: { role } }));
    assert.deepEqual(actions.get('iam:PassRole'), { count: 1, resources: [role], isImplied: true });
    check('ecs', 'RegisterTaskDefinition', { taskRoleArn: role, executionRoleArn: role }, [
      'ecs:RegisterTaskDefinition',
      'iam:PassRole',
    ]);
  });

  test('is a role in an instance profile, or one that goes by its name', () => {
    check('ec2', 'RunInstances', { iamInstanceProfile: { name: 'app' } }, [
      'ec2:RunInstances',
      'iam:PassRole',
    ]);
    check('ec2', 'RunInstances', { iamInstanceProfile: {}, imageId: 'role' }, ['ec2:RunInstances']);
    check('ec2', 'DescribeInstances', { role: 'app' }, ['ec2:DescribeInstances']);
  });

  test('is none where roles are managed or assumed', () => {
    check('sts', 'AssumeRole', { roleArn: ROLE }, ['sts:AssumeRole']);
    check('iam', 'CreateInstanceProfile', { roleArn: ROLE }, ['iam:CreateInstanceProfile']);
  });

  test('are session tags, source identities and versions of objects', () => {
    check('sts', 'AssumeRole', { tags: [{ key: 'a' }], sourceIdentity: 'me' }, [
      'sts:AssumeRole',
      'sts:SetSourceIdentity',
      'sts:TagSession',
    ]);
    check('s3', 'HeadObject', { versionId: 'v' }, ['s3:GetObject', 's3:GetObjectVersion']);
  });
});

describe('the use that records show', () => {
  test('counts, collects resources, and says from when to when', () => {
    const usage = usageOf(
      event('s3', 'GetObject', {
        eventTime: '2026-03-07T00:00:00Z',
        resources: [{ ARN: 'arn:aws:s3:::b/k', type: 'AWS::S3::Object' }, { ARN: 'arn:aws:s3:::b' }],
      }),
      event('s3', 'GetObject', { eventTime: '2026-03-01T00:00:00Z' }),
    );
    assert.deepEqual(usage.actions.get('s3:GetObject'), {
      count: 2,
      resources: ['arn:aws:s3:::b', 'arn:aws:s3:::b/k'],
      isImplied: false,
    });
    assert.deepEqual(usage.period, { from: '2026-03-01T00:00:00Z', to: '2026-03-07T00:00:00Z' });
    assert.deepEqual(usage.principals, [ROLE]);
  });

  test('sets denied and failed calls aside', () => {
    const usage = usageOf(
      event('s3', 'GetObject', { errorCode: 'AccessDenied' }),
      event('ec2', 'RunInstances', { errorCode: 'Client.UnauthorizedOperation' }),
      event('s3', 'HeadObject', { errorCode: 'NoSuchKey' }),
    );
    assert.deepEqual([...usage.actions], []);
    assert.deepEqual([...usage.denied.keys()], ['s3:GetObject', 'ec2:RunInstances']);
    assert.deepEqual([...usage.failed], [['s3:GetObject', 1]]);
  });

  test('counts calls that a service makes for the caller, but not its own', () => {
    const forwarded = event('kms', 'Decrypt', {
      userIdentity: { type: 'AssumedRole', arn: ROLE, invokedBy: 's3.amazonaws.com' },
    });
    const own = event('sts', 'AssumeRole', {
      userIdentity: { type: 'AWSService', invokedBy: 'lambda.amazonaws.com' },
    });
    const usage = usageOf(forwarded, own, event('kms', 'RotateKey', { eventType: 'AwsServiceEvent' }));
    assert.deepEqual([...usage.actions.keys()], ['kms:Decrypt']);
    assert.equal(usage.needless, 2);
  });

  test('keeps to one principal, by ARN or by name', () => {
    const other = event('s3', 'PutObject', {
      userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/eva', userName: 'eva' },
    });
    for (const principal of [ROLE, 'app']) {
      const usage = usageOfRecords([event('s3', 'GetObject'), other], principal);
      assert.deepEqual([[...usage.actions.keys()], usage.ofOthers], [['s3:GetObject'], 1]);
    }
  });

  test('knows which uses a trail would not show', () => {
    const usage = usageOf(event('s3', 'ListBuckets'), event('lambda', 'Invoke', { eventCategory: 'Data' }));
    assert.ok(isUnlogged(usage, 's3:GetObject'));
    assert.ok(!isUnlogged(usage, 's3:ListAllMyBuckets'));
    assert.ok(!isUnlogged(usage, 'lambda:InvokeFunction'));
  });

  test('survives any JSON, and counts what it could not read', () =>
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 5 }), (records) => {
        const hostile = records.map((value) =>
          event('lambda', 'CreateFunction', {
            requestParameters: value,
            resources: value,
            userIdentity: value,
          }),
        );
        const usage = usageOf(event('s3', 'ListBuckets'), ...records, ...hostile);
        assert.ok(usage.unreadable <= records.length);
        for (const record of cloudTrailRecords(records) ?? []) usageOf(event('s3', 'ListBuckets'), record);
      }),
    ));
});

describe('cloudTrailRecords', () => {
  const record = event('s3', 'GetObject');

  test('finds the records in every form', () => {
    for (const json of [{ Records: [record] }, [record], record, { detail: record }]) {
      assert.deepEqual(cloudTrailRecords(json), [record]);
    }
    const lookup = { Events: [{ EventName: 'GetObject', CloudTrailEvent: JSON.stringify(record) }] };
    assert.deepEqual(cloudTrailRecords(lookup), [record]);
  });

  test('keeps a place for what it cannot read', () =>
    assert.deepEqual(cloudTrailRecords({ Events: [{ CloudTrailEvent: '{' }] }), [undefined]));

  test('is undefined for other JSON', () => {
    for (const json of [null, 1, 'x', {}, { Statement: [] }, [{ a: 1 }]]) {
      assert.equal(cloudTrailRecords(json), undefined);
    }
  });
});
