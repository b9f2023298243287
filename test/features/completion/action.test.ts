import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { realCatalogue } from '../../catalogue/compiler.ts';
import { checkAccept, checkCompletion, completions } from '../../support/check-completion.ts';

const inList = (typed: string): string => `{ "Statement": [{ "Effect": "Allow", "Action": ["${typed}"] }] }`;

describe('actions', () => {
  test('offers service prefixes before the colon', () => {
    const labels = completions(inList('$0'))?.items.map(({ label }) => label) ?? [];
    assert.ok(labels.includes('s3:') && labels.includes('lambda:'), labels.join(' '));
  });

  test('goes on after a service prefix', () => {
    const item = completions(inList('s$0'))?.items.find(({ label }) => label === 's3:');
    assert.equal(item?.newText, '"s3:$0"');
    assert.equal(item?.continues, true);
  });

  test('offers actions with their access level behind the colon', () =>
    checkCompletion(inList('s3:GetObj$0'), [
      's3:GetObject  Read',
      's3:GetObjectAcl  Read',
      's3:GetObjectTagging  Read',
    ]));

  test('finds an action by letters of its words', () =>
    checkCompletion(inList('s3:gobtag$0'), ['s3:GetObjectTagging  Read']));

  test('accepts over the quotes, closed or not', () => {
    checkAccept(inList('s3:GetOb$0'), 's3:GetObject', inList('s3:GetObject'));
    checkAccept(
      '{ "Statement": [{ "Action": "s3:GetOb$0\n}] }',
      's3:GetObject',
      '{ "Statement": [{ "Action": "s3:GetObject"\n}] }',
    );
    checkAccept(
      '{ "Statement": [{ "Action": ["s3:GetOb$0, "s3:PutObject"] }] }',
      's3:GetObject',
      '{ "Statement": [{ "Action": ["s3:GetObject", "s3:PutObject"] }] }',
    );
  });

  test('puts quotes around a bare word', () =>
    checkAccept(
      '{ "Statement": [{ "Action": [s3:GetOb$0] }] }',
      's3:GetObject',
      '{ "Statement": [{ "Action": ["s3:GetObject"] }] }',
    ));

  test('sets commas between the items of a list', () =>
    checkAccept(
      '{ "Statement": [{ "Action": ["s3:PutObject" "s3:GetOb$0" "s3:DeleteObject"] }] }',
      's3:GetObject',
      '{ "Statement": [{ "Action": ["s3:PutObject", "s3:GetObject", "s3:DeleteObject"] }] }',
    ));

  test('works in NotAction and in other policy types', () => {
    checkCompletion('{ "Statement": { "NotAction": "sns:P$0" } }', ['sns:Publish  Write']);
    checkCompletion('{ "Statement": { "Principal": "*", "Action": "sns:P$0" } }', ['sns:Publish  Write']);
  });

  test('offers what assumes a role first in a trust policy', () => {
    const [first] =
      completions('{ "Statement": [{ "Action": "$0" }] }', { policyType: 'trust' })?.items ?? [];
    assert.equal(first?.label, 'sts:AssumeRole');
  });

  test('works in a policy inside a JSON string', () => {
    const policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetOb$0' }],
    });
    checkAccept(
      `{ "Policy": ${JSON.stringify(policy)} }`,
      's3:GetObject',
      `{ "Policy": ${JSON.stringify(policy.replace('s3:GetOb$0', 's3:GetObject'))} }`,
    );
  });
});

describe('action wildcards', () => {
  test('offers what they match, and all of it at once', () => {
    checkCompletion(inList('s3:GetObject*$0'), [
      'Expand s3:GetObject* to 3 actions',
      's3:GetObject  Read',
      's3:GetObjectAcl  Read',
      's3:GetObjectTagging  Read',
    ]);
    assert.equal(completions(inList('s3:GetObject*$0'))?.isIncomplete, true);
  });

  test('expands inside a list', () =>
    checkAccept(
      inList('s3:GetObject*$0'),
      'Expand s3:GetObject* to 3 actions',
      '{ "Statement": [{ "Effect": "Allow", "Action": ["s3:GetObject", "s3:GetObjectAcl", "s3:GetObjectTagging"] }] }',
    ));

  test('makes a list of a lone string', () =>
    checkAccept(
      '{ "Statement": [{ "Action": "s3:GetObject*$0" }] }',
      'Expand s3:GetObject* to 3 actions',
      '{ "Statement": [{ "Action": ["s3:GetObject", "s3:GetObjectAcl", "s3:GetObjectTagging"] }] }',
    ));

  test('keeps one action a line where the list is written so', () =>
    checkAccept(
      '{ "Statement": [{ "Action": [\n  "s3:GetObject*$0"\n] }] }',
      'Expand s3:GetObject* to 3 actions',
      '{ "Statement": [{ "Action": [\n  "s3:GetObject",\n"s3:GetObjectAcl",\n"s3:GetObjectTagging"\n] }] }',
    ));

  test('offers no list that nobody could read', () => {
    const labels = completions(inList('*$0'), {})?.items.map(({ label }) => label) ?? [];
    assert.ok(labels.length <= 301);
  });
});

describe('the order of actions', () => {
  const labels = (fixture: string): readonly string[] =>
    [...(completions(fixture, { catalogue: realCatalogue() })?.items ?? [])]
      .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
      .map(({ label }) => label);

  test('begins with what policies name most', () => {
    assert.equal(labels(inList('s3:get$0'))[0], 's3:GetObject');
    assert.ok(labels(inList('ec2:des$0')).slice(0, 5).includes('ec2:DescribeInstances'));
  });

  test('leaves out what the list has', () =>
    assert.ok(!labels(inList('s3:GetObject", "s3:get$0')).includes('s3:GetObject')));

  test('prefers the noun that is there', () =>
    assert.equal(labels(inList('iam:CreateVirtualMFADevice", "iam:del$0'))[0], 'iam:DeleteVirtualMFADevice'));

  test('finds an action by the operation that it allows', () => {
    assert.equal(labels(inList('s3:ListObjectsV2$0'))[0], 's3:ListBucket');
    assert.ok(labels(inList('list buckets$0')).includes('s3:ListAllMyBuckets'));
  });

  test('finds an action without its service', () =>
    assert.equal(labels(inList('getobjtag$0'))[0], 's3:GetObjectTagging'));
});
