import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PolicyType } from '../../server/src/iam/policy-type.ts';
import { readPolicies } from '../../server/src/policy/read-policies.ts';
import { type Reach, reachIn } from '../../server/src/reasoning/statement-overlap.ts';

interface Options {
  readonly policyType?: PolicyType;
  readonly version?: string;
}

/** How far a Deny with these members reaches into an Allow with those. */
function reach(
  deny: string,
  allow: string,
  { policyType = 'identity', version = '2012-10-17' }: Options = {},
): Reach {
  const text = `{ "Version": "${version}", "Statement": [
    { "Effect": "Deny", ${deny} },
    { "Effect": "Allow", ${allow} }
  ] }`;
  const [policy] = readPolicies(text, { isPolicyFile: true, policyType }).policies;
  const [first, second] = policy?.statements ?? [];
  assert.ok(policy && first && second);
  return reachIn(policy)(first.statement, second.statement);
}

const ON_B = '"Resource": "arn:aws:s3:::b/*"';
const everywhere = '"Resource": "*"';
const read = `"Action": ["s3:GetObject", "s3:GetObjectAcl"], ${ON_B}`;

describe('the reach of a Deny', () => {
  test('is all of an Allow whose actions and resources it contains, whatever their case', () => {
    assert.equal(reach(`"Action": "S3:get*", ${everywhere}`, read).extent, 'all');
    assert.equal(reach(`"Action": "*:*", ${ON_B}`, read).extent, 'all');
    assert.equal(reach(`"Action": ["s3:GetObject", "s3:GetObjectA*"], ${everywhere}`, read).extent, 'all');
  });

  test('is some, with the actions that both name', () => {
    const { extent, shared } = reach(`"Action": "s3:GetObject", ${everywhere}`, read);
    assert.deepEqual([extent, shared], ['some', ['s3:GetObject']]);
    const wide = reach(
      `"Action": ["s3:Delete*", "s3:GetObjectAcl"], ${everywhere}`,
      `"Action": "s3:*", ${ON_B}`,
    );
    assert.deepEqual(wide.shared, ['s3:Delete*', 's3:GetObjectAcl']);
  });

  test('names resources where it has all the actions', () => {
    const { extent, shared } = reach('"Action": "s3:*", "Resource": "arn:aws:s3:::b/secret/*"', read);
    assert.deepEqual([extent, shared], ['some', ['arn:aws:s3:::b/secret/*']]);
  });

  test('names nothing where neither pattern contains the other', () => {
    const { extent, shared } = reach(`"Action": "s3:*Acl", ${everywhere}`, `"Action": "s3:Get*", ${ON_B}`);
    assert.deepEqual([extent, shared], ['some', []]);
  });

  test('is none where actions or resources have nothing in common', () => {
    assert.equal(reach(`"Action": "s3:Put*", ${everywhere}`, read).extent, 'none');
    assert.equal(reach('"Action": "*", "Resource": "arn:aws:s3:::b"', read).extent, 'none');
    assert.equal(reach('"Action": "*", "Resource": "arn:aws:s3:::B/*"', read).extent, 'none');
  });

  test('knows what NotAction and NotResource leave', () => {
    assert.equal(reach(`"NotAction": "s3:*", ${everywhere}`, read).extent, 'none');
    assert.equal(reach(`"NotAction": ["iam:*", "s3:Put*"], ${everywhere}`, read).extent, 'all');
    assert.equal(reach(`"NotAction": "s3:GetObject", ${everywhere}`, read).extent, 'some');
    assert.equal(reach('"Action": "*", "NotResource": "arn:aws:s3:::b/*"', read).extent, 'none');
    assert.equal(
      reach(`"Action": "iam:*", ${everywhere}`, `"NotAction": "iam:*", ${everywhere}`).extent,
      'none',
    );
    assert.equal(
      reach(`"NotAction": "s3:*", ${everywhere}`, `"NotAction": "iam:*", ${everywhere}`).extent,
      'some',
    );
  });

  test('keeps the conditions apart from the extent', () => {
    const tls = '"Condition": { "Bool": { "aws:SecureTransport": "false" } }';
    const { extent, isConditional, conditions, contestedKeys } = reach(
      `"Action": "*", ${everywhere}, ${tls}`,
      read,
    );
    assert.deepEqual(
      [extent, isConditional, conditions.map(({ key }) => key.text), contestedKeys],
      ['all', true, ['aws:SecureTransport'], []],
    );
    assert.equal(reach(`"Action": "*", ${everywhere}, "Condition": {}`, read).isConditional, false);
    assert.equal(
      reach(`"Action": "*", ${everywhere}, "Condition": { "Ref": "C" }`, read).isConditional,
      true,
    );
  });

  test('tells which keys both test', () =>
    assert.deepEqual(
      reach(
        `"Action": "*", ${everywhere}, "Condition": { "Bool": { "aws:SecureTransport": "false" } }`,
        `${read}, "Condition": { "Bool": { "AWS:securetransport": "true" } }`,
      ).contestedKeys,
      ['aws:SecureTransport'],
    ));

  test('is unknown where a variable or a placeholder decides', () => {
    const home = '"Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/${aws:username}/*"';
    assert.equal(reach(`"Action": "*", ${everywhere}`, home).extent, 'all');
    assert.equal(reach(home, home).extent, 'all');
    assert.equal(reach('"Action": "*", "Resource": "arn:aws:s3:::b/alice/*"', home).extent, 'some');
    assert.equal(
      reach(
        '"Action": "*", "Resource": "arn:aws:s3:::b/${aws:username}/${aws:username}"',
        '"Action": "*", "Resource": "arn:aws:s3:::b/a/b"',
      ).extent,
      'unknown',
    );
    const later = reach('"Action": "*", "Resource": "arn:aws:s3:::${bucket}/*"', read);
    assert.deepEqual([later.extent, later.unclear], ['unknown', ['Resource']]);
  });

  test('reads variables as plain text in the old version of the language', () => {
    const home = '"Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/${aws:username}/*"';
    const alice = '"Action": "*", "Resource": "arn:aws:s3:::b/alice/*"';
    assert.equal(reach(alice, home, { version: '2008-10-17' }).extent, 'none');
  });

  test('is unknown where an element is missing that must be there', () => {
    assert.deepEqual(reach('"Action": "*"', read).unclear, ['Resource']);
    assert.deepEqual(reach(everywhere, read).unclear, ['Action']);
  });
});

describe('the reach of a Deny between principals', () => {
  const assume = (principal: string): string => `"Principal": ${principal}, "Action": "sts:AssumeRole"`;
  const extent = (deny: string, allow: string): string =>
    reach(assume(deny), assume(allow), { policyType: 'trust' }).extent;
  const aws = (...names: readonly string[]): string => JSON.stringify({ AWS: names });
  const role = 'arn:aws:iam::111122223333:role/team/app';
  const session = 'arn:aws:sts::111122223333:assumed-role/app/s1';

  test('is all where it names everyone, or the same', () => {
    assert.equal(extent('"*"', aws(role, '444455556666')), 'all');
    assert.equal(extent(aws('*'), aws(role)), 'all');
    assert.equal(extent(aws(role, '444455556666'), aws(role)), 'all');
    assert.equal(extent(aws('arn:aws:iam::444455556666:root'), aws('444455556666')), 'all');
  });

  test('is some where it names one of them', () => {
    assert.equal(extent(aws(role), '"*"'), 'some');
    assert.equal(extent(aws(role), aws(role, '444455556666')), 'some');
    assert.equal(extent(aws(role), aws('111122223333')), 'some');
  });

  test('is none where they are different callers', () => {
    assert.equal(extent(aws(role), aws('arn:aws:iam::111122223333:role/other')), 'none');
    assert.equal(extent(aws(role), aws('444455556666')), 'none');
    assert.equal(extent('{ "Service": "ec2.amazonaws.com" }', aws(role)), 'none');
    assert.equal(
      extent('{ "Service": "ec2.amazonaws.com" }', '{ "Service": "lambda.amazonaws.com" }'),
      'none',
    );
  });

  test('knows that a role has sessions', () => {
    assert.equal(extent(aws(role), aws(session)), 'all');
    assert.equal(extent(aws(session), aws(role)), 'some');
    assert.equal(extent(aws('arn:aws:iam::111122223333:role/other'), aws(session)), 'none');
  });

  test('is unknown where AWS does not say, or the name is another for somebody', () => {
    for (const [deny, allow] of [
      [aws('111122223333'), aws(role)],
      [aws('*'), '{ "Service": "ec2.amazonaws.com" }'],
      [aws('AROAEXAMPLEEXAMPLE123'), aws(role)],
      [aws('arn:aws:sts::111122223333:federated-user/a'), aws('arn:aws:iam::111122223333:user/a')],
      ['{ "AWS": { "Ref": "Role" } }', aws(role)],
      [`{ "CanonicalUser": "${'0'.repeat(64)}" }`, aws('111122223333')],
    ] as const) {
      assert.equal(extent(deny, allow), 'unknown', `${deny} and ${allow}`);
    }
  });

  test('is unknown with NotPrincipal, which spares by rules of its own', () =>
    assert.deepEqual(
      reach(`"NotPrincipal": ${aws(role)}, "Action": "sts:*"`, assume(aws(role)), { policyType: 'trust' })
        .unclear,
      ['Principal'],
    ));
});
