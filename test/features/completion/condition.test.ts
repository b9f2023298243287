import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PolicyType } from '../../../server/src/iam/policy-type.ts';
import { checkAccept, completions } from '../../support/check-completion.ts';

const condition = (text: string, action = 's3:ListBucket'): string =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["${action}"], "Condition": { ${text} } }] }`;

/** Labels in the order shown. */
function labels(fixture: string, policyType?: PolicyType): readonly string[] {
  const items = [...(completions(fixture, policyType ? { policyType } : {})?.items ?? [])];
  items.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || (a.label < b.label ? -1 : 1));
  return items.map(({ label }) => label);
}

describe('condition operators', () => {
  test('writes operator, key and value', () =>
    checkAccept(
      condition('"Str$0"'),
      'StringLike',
      condition('"StringLike": {\n\t"": ""\n}').replaceAll('$0', ''),
    ));

  test('offers those first that fit the key below', () =>
    assert.match(labels(condition('"$0": { "aws:SecureTransport": "true" }'))[0] ?? '', /^Bool$/));

  test('offers set operators first for a multivalued key', () =>
    assert.match(labels(condition('"$0": { "aws:TagKeys": "a" }'))[0] ?? '', /^For(All|Any)Values:/));

  test('offers none that is there already', () =>
    assert.ok(!labels(condition('"Bool": { "aws:SecureTransport": "true" }, "$0"')).includes('Bool')));

  test('offers no IfExists for Null', () => assert.ok(!labels(condition('"$0"')).includes('NullIfExists')));
});

describe('condition keys that a policy is likely to test', () => {
  const trusting = (principal: string): string =>
    `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": ${principal}, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "$0" } } }] }`;
  const onBucket = (principal: string): string =>
    `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": ${principal}, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::b/*", "Condition": { "StringEquals": { "$0" } } }] }`;

  test('are those of the source where a service calls', () =>
    assert.deepEqual(labels(onBucket('{ "Service": "logging.s3.amazonaws.com" }')).slice(0, 2), [
      'aws:SourceAccount',
      'aws:SourceArn',
    ]));

  test('are those of the caller where everyone may call', () =>
    assert.equal(labels(onBucket('"*"'))[0], 'aws:PrincipalOrgID'));

  test('depend on the type of the policy', () => {
    const deny =
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "Action": "s3:PutObject", "Resource": "*", "Condition": { "StringNotEquals": { "$0" } } }] }';
    assert.deepEqual(labels(deny, 'scp').slice(0, 2), ['aws:PrincipalArn', 'aws:RequestedRegion']);
    assert.equal(labels(deny, 'rcp')[0], 'aws:PrincipalOrgID');
    assert.deepEqual(labels(deny, 'endpoint').slice(0, 2), ['aws:PrincipalOrgID', 'aws:ResourceOrgID']);
    assert.notEqual(labels(deny, 'identity')[0], 'aws:PrincipalOrgID');
    const trust =
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "$0" } } }] }';
    assert.deepEqual(labels(trust, 'trust').slice(0, 2), ['sts:ExternalId', 'aws:PrincipalOrgID']);
  });

  test('are the claims of the provider that a role trusts, whoever it is', () =>
    assert.deepEqual(
      labels(
        trusting('{ "Federated": "arn:aws:iam::111122223333:oidc-provider/idp.example.com/tenant" }'),
      ).slice(0, 2),
      ['idp.example.com/tenant:sub', 'idp.example.com/tenant:aud'],
    ));
});

describe('condition keys', () => {
  test('offers keys of the actions before global ones', () => {
    const found = labels(condition('"StringEquals": { "$0" }'));
    assert.ok(
      found.indexOf('s3:prefix') >= 0 && found.indexOf('s3:prefix') < found.indexOf('aws:PrincipalArn'),
    );
  });

  test('says how many of the actions send a key', () => {
    const list = completions(condition('"StringEquals": { "$0" }', 's3:ListBucket", "s3:PutObject'));
    assert.match(list?.items.find(({ label }) => label === 's3:prefix')?.description ?? '', /1 of 2 actions/);
  });

  test('offers keys whose type does not fit last', () => {
    const found = labels(condition('"Bool": { "$0" }'));
    assert.ok(found.indexOf('aws:SecureTransport') < found.indexOf('aws:PrincipalArn'));
  });

  test('gives a tab stop for the name of a tag', () => {
    const item = completions(condition('"StringEquals": { "$0" }'))?.items.find(
      ({ label }) => label === 'aws:RequestTag/${TagKey}',
    );
    assert.equal(item?.newText, '"aws:RequestTag/${1:TagKey}": "$2"$0');
  });

  test('offers global keys where any action may be meant', () =>
    assert.ok(labels(condition('"Bool": { "$0" }', '*')).includes('aws:SecureTransport')));
});

describe('condition values', () => {
  test('offers both Booleans', () =>
    assert.deepEqual(labels(condition('"Bool": { "aws:SecureTransport": "$0" }')), ['true', 'false']));

  test('offers documented values', () =>
    assert.ok(
      labels(condition('"StringEquals": { "s3:x-amz-server-side-encryption": "$0" }')).includes('aws:kms'),
    ));

  test('offers Regions', () =>
    assert.ok(labels(condition('"StringEquals": { "aws:RequestedRegion": ["$0"] }')).includes('us-east-1')));

  test('offers policy variables behind ${, single-valued ones only', () => {
    const found = labels(condition('"StringLike": { "s3:prefix": "home/${$0" }'));
    assert.ok(found.includes('${aws:username}'));
    assert.ok(!found.includes('${aws:TagKeys}'));
    checkAccept(
      condition('"StringLike": { "s3:prefix": "home/${aws:user$0/*" }'),
      '${aws:username}',
      condition('"StringLike": { "s3:prefix": "home/${aws:username}/*" }'),
    );
  });
});

describe('forms of condition values', () => {
  const offered = (operator: string, key: string): readonly string[] =>
    labels(condition(`"${operator}": { "${key}": "$0" }`));

  test('offers service principals where the key holds one', () =>
    assert.ok(offered('StringEquals', 'iam:PassedToService').includes('lambda.amazonaws.com')));

  test('offers the shape of what only the author knows', () => {
    assert.deepEqual(offered('StringEquals', 'aws:PrincipalOrgID'), ['o-a1b2c3d4e5']);
    assert.deepEqual(offered('IpAddress', 'aws:SourceIp'), ['2001:db8::/32', '203.0.113.0/24']);
    assert.deepEqual(offered('DateLessThan', 'aws:CurrentTime'), ['2030-01-31T12:00:00Z']);
    assert.deepEqual(offered('StringEquals', 'kms:ViaService'), ['s3.us-east-1.amazonaws.com']);
  });

  test('offers values of the same key in the policy first', () =>
    assert.equal(
      labels(
        '{ "Statement": [{ "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-mine" } } }, { "Condition": { "StringEquals": { "aws:principalorgid": "$0" } } }] }',
      )[0],
      'o-mine',
    ));

  test('offers no variable where it would be plain text', () => {
    assert.deepEqual(labels(condition('"NumericEquals": { "s3:max-keys": "${$0" }')), []);
    assert.deepEqual(labels(condition('"StringLike": { "s3:prefix": "${$0" }').replace('2012', '2008')), []);
  });

  test('offers escapes and a default behind ${', () => {
    const found = labels(condition('"StringLike": { "s3:prefix": "${$0" }'));
    assert.ok(found.includes('${*}'));
    assert.ok(found.includes("${aws:PrincipalTag/team, 'none'}"));
  });
});
