import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkAccept, completions } from '../../support/check-completion.ts';

const statement = (actions: string, resource: string): string =>
  `{ "Statement": [{ "Effect": "Allow", "Action": [${actions}], "Resource": "${resource}" }] }`;

function labels(fixture: string): readonly string[] {
  const items = [...(completions(fixture)?.items ?? [])];
  items.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || (a.label < b.label ? -1 : 1));
  return items.map(({ label }) => label);
}

describe('resources', () => {
  test('offers whole ARNs of the types that the actions take', () =>
    checkAccept(
      statement('"s3:GetObject"', '$0'),
      'arn:aws:s3:::amzn-s3-demo-bucket/*',
      statement('"s3:GetObject"', 'arn:aws:s3:::amzn-s3-demo-bucket/*'),
    ));

  test('offers bucket and object where the actions need both', () => {
    const both = '"s3:GetObject", "s3:ListBucket"';
    const found = labels(statement(both, '$0'));
    assert.deepEqual(found.slice(0, 3), [
      'arn:aws:s3:::amzn-s3-demo-bucket',
      'arn:aws:s3:::amzn-s3-demo-bucket, arn:aws:s3:::amzn-s3-demo-bucket/*',
      'arn:aws:s3:::amzn-s3-demo-bucket/*',
    ]);
    const written = '["arn:aws:s3:::amzn-s3-demo-bucket", "arn:aws:s3:::amzn-s3-demo-bucket/*"]';
    checkAccept(statement(both, '$0'), found[1] ?? '', statement(both, '').replace('""', written));
    checkAccept(
      statement(both, '').replace('""', '["$0"]'),
      found[1] ?? '',
      statement(both, '').replace('""', written),
    );
  });

  test('offers * first where the actions support nothing else, and says so', () => {
    const list = completions(statement('"s3:ListAllMyBuckets"', '$0'));
    const star = list?.items.find(({ label }) => label === '*');
    assert.equal(star?.rank, 0);
    assert.match(star?.description ?? '', /nothing else/);
  });

  test('offers what the policy uses already', () =>
    assert.ok(
      labels(
        '{ "Statement": [{ "Resource": "arn:aws:s3:::mine/*" }, { "Action": "s3:GetObject", "Resource": "$0" }] }',
      ).includes('arn:aws:s3:::mine/*'),
    ));

  test('offers what other open policies use', () => {
    const others = [
      '{ "Statement": [{ "Resource": "arn:aws:s3:::theirs/*", "Principal": { "AWS": "111122223333" } }] }',
    ];
    const offered = (fixture: string): readonly string[] =>
      completions(fixture, { others })?.items.map(({ label, description }) => `${label}  ${description}`) ??
      [];
    assert.ok(
      offered(statement('"s3:GetObject"', '$0')).includes('arn:aws:s3:::theirs/*  in another open policy'),
    );
    assert.ok(
      offered('{ "Statement": [{ "Principal": { "AWS": "$0" } }] }').includes(
        '111122223333  in another open policy',
      ),
    );
  });

  test('offers policy variables behind the fifth colon only', () => {
    const inVersion = (resource: string): string =>
      statement('"s3:GetObject"', resource).replace('{', '{ "Version": "2012-10-17",');
    assert.ok(labels(inVersion('arn:aws:s3:::b/${$0')).includes('${aws:username}'));
    assert.deepEqual(labels(inVersion('arn:aws:s3:${$0')), []);
  });

  test('goes on part by part', () => {
    checkAccept(
      statement('"lambda:InvokeFunction"', 'arn:a$0'),
      'aws-cn',
      statement('"lambda:InvokeFunction"', 'arn:aws-cn:'),
    );
    checkAccept(
      statement('"lambda:InvokeFunction"', 'arn:aws:lambda:us-e$0'),
      'us-east-1',
      statement('"lambda:InvokeFunction"', 'arn:aws:lambda:us-east-1:'),
    );
    checkAccept(
      statement('"lambda:InvokeFunction"', 'arn:aws:lambda:us-east-1:111122223333:fun$0'),
      'function:function-name',
      statement('"lambda:InvokeFunction"', 'arn:aws:lambda:us-east-1:111122223333:function:function-name'),
    );
  });

  test('offers accounts that stand in other ARNs', () => {
    const used = '{ "Resource": "arn:aws:sns:us-east-1:444455556666:alarms" }';
    checkAccept(
      `{ "Statement": [${used}, { "Action": "lambda:InvokeFunction", "Resource": "arn:aws:lambda:us-east-1:4$0" }] }`,
      '444455556666',
      `{ "Statement": [${used}, { "Action": "lambda:InvokeFunction", "Resource": "arn:aws:lambda:us-east-1:444455556666:" }] }`,
    );
  });

  test('offers no Region and no account where ARNs have none', () => {
    const parts = (arn: string): readonly string[] =>
      labels(statement('"s3:GetObject"', arn)).filter((label) => !label.startsWith('arn:') && label !== '*');
    assert.deepEqual(parts('arn:aws:s3:$0:amzn-s3-demo-bucket/*'), []);
    assert.deepEqual(parts('arn:aws:s3::$0'), []);
  });
});

describe('principals', () => {
  const principal = (text: string): string =>
    `{ "Statement": [{ "Effect": "Allow", "Principal": ${text}, "Action": "sts:AssumeRole" }] }`;

  test('offers the types that are missing', () =>
    assert.deepEqual(labels(principal('{ "AWS": "*", "$0" }')), ['Service', 'Federated', 'CanonicalUser']));

  test('offers service principals', () =>
    checkAccept(
      principal('{ "Service": "lam$0" }'),
      'lambda.amazonaws.com',
      principal('{ "Service": "lambda.amazonaws.com" }'),
    ));

  test('offers forms of ARNs, everyone last', () => {
    const found = labels(principal('{ "AWS": ["$0"] }'));
    assert.deepEqual([found[0], found.at(-1)], ['account', '*']);
    checkAccept(
      principal('{ "AWS": ["$0"] }'),
      'role',
      principal('{ "AWS": ["arn:aws:iam::111122223333:role/role-name"] }'),
    );
  });

  test('offers everyone for a bare string', () => assert.deepEqual(labels(principal('"$0"')), ['*']));
});

describe('Sid', () => {
  const sid = (rest: string): string =>
    `{ "Statement": [{ "Sid": "$0", ${rest} }, { "Sid": "AllowS3Read" }] }`;

  test('says what the statement does', () =>
    assert.deepEqual(labels(sid('"Effect": "Deny", "Action": "s3:*"')), ['DenyS3']));

  test('stays unique', () =>
    assert.deepEqual(labels(sid('"Effect": "Allow", "Action": "s3:GetObject"')), ['AllowS3Read2']));
});
