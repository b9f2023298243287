import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseStatement } from '../../server/src/policy/statement.ts';
import { callersAllowed, callersNotDenied } from '../../server/src/reasoning/bounds-caller.ts';

function statement(condition: unknown) {
  const parsed = parseStatement(JSON.stringify({ Condition: condition }));
  assert.ok(parsed);
  return parsed;
}

const allowed = (operator: string, key: string, value: unknown) =>
  callersAllowed(statement({ [operator]: { [key]: value } }));

const notDenied = (operator: string, key: string, value: unknown) =>
  callersNotDenied(statement({ [operator]: { [key]: value } }));

describe('whom an Allow to everyone lets in', () => {
  test('a fixed organization, account, principal, network or source', () => {
    for (const [operator, key, value] of [
      ['StringEquals', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5'],
      ['StringEquals', 'AWS:PrincipalOrgId', 'o-a1b2c3d4e5'],
      ['StringEquals', 'aws:PrincipalAccount', ['111122223333', '444455556666']],
      ['ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::111122223333:role/*'],
      ['StringLike', 'aws:PrincipalArn', 'arn:aws:iam::111122223333:role/app-*'],
      ['ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', 'o-a1b2c3d4e5/*'],
      ['StringEquals', 'aws:SourceVpce', 'vpce-0123456789abcdef0'],
      ['IpAddress', 'aws:SourceIp', ['203.0.113.0/24', '2001:db8::/32']],
      ['ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:111122223333:*'],
      ['ArnLike', 'aws:SourceArn', 'arn:aws:s3:*:*:amzn-s3-demo-bucket'],
      ['StringLike', 'aws:userid', 'AROAIOSFODNN7EXAMPLE2:*'],
      ['Bool', 'aws:PrincipalIsAWSService', 'true'],
      ['Bool', 'elasticfilesystem:AccessedViaMountTarget', true],
      ['StringEquals', 'kms:CallerAccount', '111122223333'],
      ['StringEquals', 'sts:ExternalId', 'agreed-with-partner'],
    ] as const) {
      assert.equal(allowed(operator, key, value), 'known', `${operator} ${key} ${value}`);
    }
  });

  test('anyone, where the key is not about the caller', () => {
    for (const [operator, key, value] of [
      ['Bool', 'aws:SecureTransport', 'true'],
      ['StringEquals', 'aws:ResourceAccount', '111122223333'],
      ['StringEquals', 'aws:ResourceOrgID', 'o-a1b2c3d4e5'],
      ['StringLike', 'aws:Referer', 'https://example.com/*'],
      ['StringEquals', 'aws:UserAgent', 'secret'],
      ['StringEquals', 'aws:PrincipalTag/team', 'blue'],
      ['StringEquals', 's3:x-amz-acl', 'public-read'],
      ['StringEquals', 'kms:ViaService', 's3.us-east-1.amazonaws.com'],
      ['StringEquals', 'lambda:FunctionUrlAuthType', 'NONE'],
    ] as const) {
      assert.equal(allowed(operator, key, value), 'anyone', `${operator} ${key}`);
    }
  });

  test('anyone, where the value is not fixed', () => {
    for (const [operator, key, value] of [
      ['StringLike', 'aws:PrincipalOrgID', '*'],
      ['StringLike', 'aws:PrincipalAccount', '1111*'],
      ['StringEquals', 'aws:PrincipalOrgID', '${aws:PrincipalOrgID}'],
      ['ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/admin'],
      ['StringLike', 'aws:PrincipalArn', '*'],
      ['ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:*:*'],
      ['ArnLike', 'aws:SourceArn', 'arn:aws:s3:::logs-*'],
      ['ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', 'o-*'],
      ['IpAddress', 'aws:SourceIp', '0.0.0.0/0'],
      ['IpAddress', 'aws:SourceIp', ['203.0.113.0/24', '::/0']],
      ['StringLike', 'aws:userid', '*:someone'],
      ['Bool', 'aws:PrincipalIsAWSService', 'false'],
    ] as const) {
      assert.equal(allowed(operator, key, value), 'anyone', `${operator} ${key} ${value}`);
    }
  });

  test('anyone, where the operator lets other requests pass', () => {
    for (const operator of [
      'StringNotEquals',
      'StringNotLike',
      'StringEqualsIfExists',
      'ForAllValues:StringEquals',
      'Null',
    ]) {
      assert.equal(allowed(operator, 'aws:PrincipalOrgID', 'o-a1b2c3d4e5'), 'anyone', operator);
    }
  });

  test('IfExists is harmless on a key that every request carries, or that is demanded beside it', () => {
    assert.equal(allowed('StringEqualsIfExists', 'aws:PrincipalAccount', '111122223333'), 'known');
    const demanded = statement({
      StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
      Null: { 'aws:PrincipalOrgID': 'false' },
    });
    assert.equal(callersAllowed(demanded), 'known');
  });

  test('a star is an ordinary character without Like', () =>
    assert.equal(allowed('StringEquals', 'aws:PrincipalOrgID', '*'), 'known'));

  test('the owner of the resource may be named by a variable', () =>
    assert.equal(allowed('StringEquals', 'aws:PrincipalOrgID', '${aws:ResourceOrgID}'), 'known'));

  test('one test that bounds is enough', () =>
    assert.equal(
      callersAllowed(
        statement({
          Bool: { 'aws:SecureTransport': 'true' },
          StringEquals: { 'aws:SourceVpc': 'vpc-0123456789abcdef0' },
        }),
      ),
      'known',
    ));

  test('unclear for keys of services that are not known in full', () =>
    assert.equal(allowed('StringEquals', 'events:source', 'com.example.orders'), 'unclear'));

  test('nothing is said before deployment', () => {
    assert.equal(allowed('StringEquals', 'aws:PrincipalOrgID', { Ref: 'OrgId' }), 'known');
    assert.equal(allowed('StringLike', 'aws:PrincipalOrgID', '${org_id}*'), 'known');
    assert.equal(callersAllowed(statement({ 'Fn::If': ['IsProduction', {}, {}] })), 'known');
  });
});

describe('who escapes a Deny to everyone', () => {
  test('nobody without a condition', () => assert.equal(callersNotDenied(statement({})), 'known'));

  test('known callers, where the Deny hits everyone else', () => {
    assert.equal(notDenied('StringNotEquals', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5'), 'known');
    assert.equal(notDenied('StringNotEqualsIfExists', 'aws:SourceVpce', 'vpce-0123456789abcdef0'), 'known');
    assert.equal(notDenied('NotIpAddress', 'aws:SourceIp', '203.0.113.0/24'), 'known');
    assert.equal(notDenied('BoolIfExists', 'aws:PrincipalIsAWSService', 'false'), 'known');
  });

  test('anyone, where the Deny is about something else or spares too many', () => {
    assert.equal(notDenied('Bool', 'aws:SecureTransport', 'false'), 'anyone');
    assert.equal(notDenied('StringEquals', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5'), 'anyone');
    assert.equal(notDenied('StringNotLike', 'aws:PrincipalOrgID', 'o-*'), 'anyone');
    assert.equal(notDenied('ForAnyValue:StringNotEquals', 'aws:PrincipalOrgPaths', 'o-a/r-b/'), 'anyone');
  });

  test('each of several tests must bound, as failing one is enough to escape', () => {
    const perimeter = statement({
      StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
      BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
    });
    assert.equal(callersNotDenied(perimeter), 'known');
    const leaking = statement({
      StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
      Bool: { 'aws:SecureTransport': 'false' },
    });
    assert.equal(callersNotDenied(leaking), 'anyone');
  });
});
