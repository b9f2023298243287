import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { missingSid } from '../../../server/src/rules/statement/missing-sid.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('missing-sid', () => {
  test('reports each statement without one, at its first key', () =>
    checkRule(
      missingSid,
      `{ "Statement": [{ "Sid": "A" },
  { "Effect": "Allow" },
//  ^^^^^^^^ This statement has no Sid.
  { "Action": "*" }
//  ^^^^^^^^ This statement has no Sid.
] }`,
    ));

  test('is silent about a single statement, an empty Sid and a slip', () => {
    checkRule(missingSid, '{ "Statement": [{ "Effect": "Allow" }] }');
    checkRule(missingSid, '{ "Statement": { "Effect": "Allow" } }');
    checkRule(missingSid, '{ "Statement": [{ "Sid": "" }, { "sid": "A" }] }');
  });

  test('waits while the policy is being typed', () =>
    checkRule(missingSid, '{ "Statement": [{ "Effect": "Allow" }, { "Eff'));

  test('keeps the layout', () =>
    checkFix(
      missingSid,
      '{ "Statement": [{ "Sid": "A" }, {\n  "Effect": "Deny",\n  "Action": "iam:*"\n}] }',
      'Insert "Sid": "DenyIam"',
      '{ "Statement": [{ "Sid": "A" }, {\n  "Sid": "DenyIam",\n  "Effect": "Deny",\n  "Action": "iam:*"\n}] }',
    ));

  test('says what the statement does', () => {
    const named = (...members: readonly string[]): readonly string[] =>
      fixTitles(
        missingSid,
        `{ "Statement": [{ "Sid": "AllowAll" }, ${members.map((own) => `{ ${own} }`).join()}] }`,
      ).map((title) => title.replace(/.*"(\w+)"$/, '$1'));
    assert.deepEqual(named('"Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"]'), [
      'AllowReadS3',
    ]);
    assert.deepEqual(named('"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"]'), ['AllowS3']);
    assert.deepEqual(named('"Effect": "Allow", "Action": ["kms:*", "s3:PutObject"]'), ['AllowKmsS3']);
    assert.deepEqual(named('"Effect": "Allow", "Action": "*"'), ['AllowAll2']);
    assert.deepEqual(named('"Effect": "Deny", "NotAction": ["iam:*", "sts:*"]'), ['DenyAllButIamSts']);
    assert.deepEqual(named('"Effect": "Allow", "Action": "sts:AssumeRole"'), ['AllowAssumeRole']);
    assert.deepEqual(named('"Resource": "*"'), ['Statement1']);
    assert.deepEqual(
      named('"Effect": "Allow", "Action": "kms:Decrypt"', '"Action": "kms:Decrypt", "Effect": "Allow"'),
      ['AllowKmsDecrypt', 'AllowKmsDecrypt2'],
    );
  });

  test('leaves a misspelt one to its own rule', () =>
    checkRule(
      missingSid,
      '{ "Statement": [{ "Sdi": "A", "Effect": "Deny", "Action": "*" }, { "Sid": "B", "Effect": "Deny", "Action": "*" }] }',
    ));
});
