import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isDynamic } from '../../server/src/policy/placeholder.ts';

describe('isDynamic', () => {
  for (const text of [
    'arn:aws:s3:::${bucket}/*',
    'arn:aws:s3:::${aws_s3_bucket.logs.id}',
    'arn:${AWS::Partition}:iam::aws:policy/ReadOnlyAccess',
    '${self:custom.bucket}',
    'arn:aws:s3:::{{ bucket }}',
    '{{account}}',
    'arn:aws:iam::{account_id}:root',
    '#{AccountId}',
    '<%= account %>',
    'arn:aws:iam::<account-id>:root',
    '<YOUR BUCKET>',
    'arn:aws:s3:::<バケット名>/*',
    '<número-de-cuenta>',
    '[[account]]',
    'arn:aws:s3:::%s/*',
    'arn:aws:s3:::%(bucket)s',
    '%ACCOUNT%',
    'arn:aws:iam::__ACCOUNT_ID__:root',
    '@@account@@',
    'arn:aws:iam::$ACCOUNT_ID:root',
    '$oidc_provider:aud',
  ]) {
    test(`sees the placeholder of ${text}`, () => assert.equal(isDynamic(text), true));
  }

  for (const text of [
    '',
    '*',
    's3:GetObject',
    'arn:aws:s3:::bucket/${aws:username}/*',
    "${aws:PrincipalTag/team, 'none'}",
    'literal ${*} ${?} ${$}',
    'my_bucket__v2',
    'a%2Fb',
    'arn:aws:lambda:eu-west-1:111122223333:function:app:$LATEST',
    'arn:aws:s3:::logs/run_$folder$',
    'arn:aws:iot:eu-west-1:111122223333:topic/$aws/things/a',
    'x < y > z',
    'arn:aws:s3:::bucket/${aws:username',
  ]) {
    test(`takes "${text}" as it stands`, () => assert.equal(isDynamic(text), false));
  }
});
