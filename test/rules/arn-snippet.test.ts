import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { plainText } from '../../server/src/base/snippet.ts';
import { parseArn } from '../../server/src/iam/arn.ts';
import { arnSnippet } from '../../server/src/rules/arn-snippet.ts';

describe('arnSnippet', () => {
  test('makes each placeholder a tab stop with a valid default', () =>
    assert.equal(
      arnSnippet('arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}/index/${IndexName}'),
      'arn:aws:dynamodb:${1:us-east-1}:${2:111122223333}:table/${3:table-name}/index/${4:index-name}',
    ));

  test('counts from the stop that is asked for', () =>
    assert.equal(
      arnSnippet('arn:${Partition}:s3:::${BucketName}/${ObjectName}', 4),
      'arn:aws:s3:::${4:amzn-s3-demo-bucket}/${5:*}',
    ));

  test('gives a placeholder that stands twice one tab stop', () =>
    assert.equal(
      arnSnippet('arn:${Partition}:x:::${Id}/${ACLName}/${Id}'),
      'arn:aws:x:::${1:id}/${2:acl-name}/${1:id}',
    ));

  test('leaves a valid ARN where nobody types', () =>
    assert.equal(
      parseArn(plainText(arnSnippet('arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}')))?.resource,
      'role/role-name-with-path',
    ));
});
