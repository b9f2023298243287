import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { narrowFile } from '../../../server/src/features/refactor/narrow-file.ts';
import { readPolicies } from '../../../server/src/policy/read-policies.ts';
import { usageCollector } from '../../../server/src/reasoning/usage-collector.ts';
import { realCatalogue } from '../../catalogue/compiler.ts';

const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:orders';
const TABLE = 'arn:aws:dynamodb:eu-west-1:111122223333:table/Books';

const event = (service: string, eventName: string, arns: readonly string[], more: object = {}): object => ({
  eventSource: `${service}.amazonaws.com`,
  eventName,
  eventTime: '2026-03-05T10:00:00Z',
  userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/eva', userName: 'eva' },
  resources: arns.map((ARN) => ({ ARN })),
  ...more,
});

const many = (count: number): readonly object[] =>
  [...Array(count).keys()].map((index) => event('sqs', 'SendMessage', [`${QUEUE}-${index}`]));

/** `Resource` of a statement that is narrowed to what was used, and what is said about it. */
function narrowed(
  actions: readonly string[],
  records: readonly object[],
  { resource = '*', reports = [] }: { resource?: string; reports?: readonly object[] } = {},
) {
  const collector = usageCollector(realCatalogue());
  for (const json of [{ Records: records }, ...reports]) assert.ok(collector.add(json));
  const statement = { Sid: 'App', Effect: 'Allow', Action: actions, Resource: resource };
  const file = readPolicies(JSON.stringify({ Version: '2012-10-17', Statement: [statement] }));
  const used = collector.reading()?.used;
  const result = narrowFile(file, realCatalogue(), { used, toUsedResources: true });
  return {
    resource: JSON.parse(result.after).Statement[0].Resource,
    note: result.statements[0]?.note,
  };
}

describe('the resources that were used', () => {
  test('take the place of *, each once, sorted', () => {
    const records = [
      event('sqs', 'SendMessage', [QUEUE]),
      event('sqs', 'SendMessage', [QUEUE]),
      event('dynamodb', 'GetItem', [TABLE]),
    ];
    const { resource, note } = narrowed(['sqs:*', 'dynamodb:GetItem'], records);
    assert.deepEqual(resource, [TABLE, QUEUE]);
    assert.equal(note, 'Its Resource is limited to the 2 resources that were used.');
  });

  test('are only those that the action takes', () => {
    const arns = ['arn:aws:s3:::amzn-s3-demo-bucket/a.txt', 'arn:aws:s3:::amzn-s3-demo-bucket'];
    const { resource } = narrowed(['s3:*'], [event('s3', 'GetObject', arns)]);
    assert.equal(resource, arns[0]);
  });

  test('are not taken where one event of a kept action does not name them', () => {
    const named = event('sqs', 'SendMessage', [QUEUE]);
    for (const other of [
      event('sqs', 'SendMessage', []),
      event('sqs', 'SendMessage', [TABLE]),
      event('sqs', 'ReceiveMessage', [`${QUEUE}-*`]),
      event('sqs', 'ListQueues', []),
      event('logs', 'FilterLogEvents', ['arn:aws:logs:eu-west-1:111122223333:log-group:app']),
      event('s3', 'GetObject', ['arn:aws:s3:::b/k', 'arn:aws:s3:eu-west-1:111122223333:accesspoint/a']),
      event('dynamodb', 'Query', [TABLE], { requestParameters: { indexName: 'ByAuthor' } }),
    ]) {
      const { resource, note } = narrowed(['sqs:*', 'dynamodb:*', 'logs:*', 's3:*'], [named, other]);
      assert.equal(resource, '*', JSON.stringify(other));
      assert.match(note ?? '', /^Its Resource stays "\*"/);
    }
  });

  test('are not taken where a report says only that an action was used, or no data knows an action', () => {
    const records = [event('sqs', 'SendMessage', [QUEUE])];
    const report = { ServicesLastAccessed: [{ ServiceNamespace: 'sqs', LastAuthenticated: '2026-01-01' }] };
    assert.equal(narrowed(['sqs:SendMessage'], records, { reports: [report] }).resource, '*');
    assert.equal(narrowed(['sqs:SendMessage', 'sqs:SendNew'], records).resource, '*');
  });

  test('are at most ten', () => {
    assert.equal(narrowed(['sqs:SendMessage'], many(10)).resource.length, 10);
    const { resource, note } = narrowed(['sqs:SendMessage'], many(11));
    assert.equal(resource, '*');
    assert.match(note ?? '', /more than 10/);
  });

  test('leave other resources alone', () => {
    const { resource } = narrowed(['sqs:SendMessage'], [event('sqs', 'SendMessage', [QUEUE])], {
      resource: 'arn:aws:sqs:*:*:orders*',
    });
    assert.equal(resource, 'arn:aws:sqs:*:*:orders*');
  });
});
