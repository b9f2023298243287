import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { arnMissingField } from '../../../server/src/rules/resource/arn-missing-field.ts';
import { arnResourceFormat } from '../../../server/src/rules/resource/arn-resource-format.ts';
import { arnInvalidAccount } from '../../../server/src/rules/statement/arn-invalid-account.ts';
import { arnInvalidRegion } from '../../../server/src/rules/statement/arn-invalid-region.ts';
import { arnPartition } from '../../../server/src/rules/statement/arn-partition.ts';
import { arnUnknownService } from '../../../server/src/rules/statement/arn-unknown-service.ts';
import { checkRule, fixTitles } from '../../support/check.ts';

describe('arn-missing-field', () => {
  test('reports the ARN', () =>
    checkRule(
      arnMissingField,
      `{ "Statement": [{
      "Resource": ["arn:aws:s3:::bucket", "arn:aws:s3::bucket"]
//                                        ^^^^^^^^^^^^^^^^^^^^ "arn:aws:s3::bucket" has 5 of the 6 fields of an ARN.
}] }`,
    ));

  test('waits while the statement is being typed', () =>
    checkRule(arnMissingField, '{ "Statement": [{ "Action": "*", "Resource": "arn:aws:s3'));

  test('accepts short patterns that reach real resources', () =>
    checkRule(
      arnMissingField,
      `{ "Statement": { "Resource": ["*", "arn:*", "arn:aws*", "arn:aws:*", "arn:aws:sn*", "arn:aws:sns:*",
        "arn:aws:sns:us-*", "arn:aws:sns:us-east-1:*", "arn:aws:iam::1111*", "arn:aws:iam::aws*"] } }`,
    ));

  test('is not fooled by a wildcard that reaches none', () => {
    assert.notDeepEqual(titles('arn:aws:s3::bucket/*'), []);
    assert.notDeepEqual(titles('arn:aws:s3:bucket*'), []);
    assert.notDeepEqual(titles('arn:aws:brew*'), []);
  });

  test('puts back the one colon, or the partition, after which all is right', () => {
    const first = (resource: string): string | undefined =>
      fixTitles(arnMissingField, `{ "Statement": { "Resource": "${resource}" } }`)[0];
    const table = 'arn:aws:dynamodb:us-east-1:111122223333:table/Books';
    const wanted = `Change to "${table}"`;
    assert.equal(first(table.replace('aws:', '')), wanted);
    assert.equal(first(table.replace('aws:', 'aws')), wanted);
    assert.equal(first(table.replace('dynamodb:', 'dynamodb')), wanted);
    assert.equal(first(table.replace('us-east-1:', 'us-east-1')), wanted);
    assert.equal(first(table.replace('3333:', '3333')), wanted);
    const ofUser = 'arn:aws:s3:::b/${aws:username}/*';
    assert.equal(first(ofUser.replace('aws:s3', 's3')), `Change to "${ofUser}"`);
  });

  test('reports a lost colon once where the resource has colons of its own', () =>
    checkRule(
      [
        arnMissingField,
        arnPartition,
        arnUnknownService,
        arnInvalidRegion,
        arnInvalidAccount,
        arnResourceFormat,
      ],
      `{ "Statement": { "Resource": "arn:awslambda:us-east-1:111122223333:function:resize" } }
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "arn:awslambda:us-east-1:111122223333:function:resize" lacks one of the 6 fields of an ARN, or a colon.`,
    ));

  test('takes a letter behind an account for a slip in the account, unless it begins a type of resource', () =>
    checkRule(
      [arnMissingField, arnInvalidAccount],
      `{ "Statement": { "Resource": [
  "arn:aws:sns:us-east-1:111122223333a:orders",
//                       ^^^^^^^^^^^^^ "111122223333a" is no account id; it must have 12 digits.
  "arn:aws:lambda:us-east-1:111122223333function:resize"
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "arn:aws:lambda:us-east-1:111122223333function:resize" lacks one of the 6 fields of an ARN, or a colon.
] } }`,
    ));

  test('leaves what is no ARN, variables and placeholders alone', () =>
    checkRule(
      arnMissingField,
      `{ "Statement": { "Resource": ["bucket", "arn:aws:s3:\${aws:username}", "arn:aws:{{ rest }}", 7] } }`,
    ));

  test('puts the missing fields where the service has them', () => {
    assert.deepEqual(titles('arn:aws:iam:111122223333:role/app'), [
      'Change to "arn:aws:iam::111122223333:role/app"',
    ]);
    assert.deepEqual(titles('arn:aws:iam::role/app'), ['Change to "arn:aws:iam::*:role/app"']);
    assert.deepEqual(titles('arn:aws:sns:eu-west-1:topic'), ['Change to "arn:aws:sns:eu-west-1:*:topic"']);
    assert.deepEqual(titles('arn:aws:sns:topic'), ['Change to "arn:aws:sns:*:*:topic"']);
    assert.deepEqual(titles('arn:aws:lambda:us-east-1:111122223333'), [
      'Change to "arn:aws:lambda:us-east-1:111122223333:function:*"',
    ]);
    assert.equal(titles('arn:aws:dynamodb:table/Books')[0], 'Change to "arn:aws:dynamodb:*:*:table/Books"');
    assert.equal(titles('arn:aws:s3:bucket/*')[0], 'Change to "arn:aws:s3:::bucket/*"');
  });
});

const titles = (resource: string): readonly string[] =>
  fixTitles(arnMissingField, `{ "Statement": { "Resource": "${resource}" } }`);
