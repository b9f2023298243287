import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../../server/src/base/text-edit.ts';
import { rename, renameTarget } from '../../../server/src/features/rename/rename.ts';
import type { PolicyType } from '../../../server/src/iam/policy-type.ts';
import { readPolicies } from '../../../server/src/policy/read-policies.ts';
import { withCursor } from '../../support/fixture.ts';

/** The text with what is renamed at `$0` in brackets; undefined where nothing can be. */
function target(fixture: string): string | undefined {
  const { text, offset } = withCursor(fixture);
  const found = renameTarget(readPolicies(text, { isPolicyFile: true }), offset);
  if (!found) return undefined;
  const { start, end } = found.range;
  return `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;
}

/** The text after renaming at `$0`, or why it cannot be. */
function renamed(fixture: string, newName: string, policyType?: PolicyType): string | undefined {
  const { text, offset } = withCursor(fixture);
  const result = rename(readPolicies(text, { isPolicyFile: true, policyType }), offset, newName);
  if (!result) return undefined;
  return 'problem' in result ? result.problem : applyEdits(text, result.edits);
}

const SIDS =
  '{ "Statement": [{ "Sid": "Re$0ad", "Effect": "Allow" }, { "Sid": "Write", "Effect": "Deny" }] }';

describe('renaming a Sid', () => {
  test('offers the text between the quotes', () => {
    assert.equal(target('{ "Statement": { "Sid": "$0Read" } }'), '{ "Statement": { "Sid": "[Read]" } }');
    assert.equal(target('{ "Statement": { "S$0id": "Read" } }'), undefined);
    assert.equal(target('{ "Statement": { "Sid": "$0" } }'), undefined);
  });

  test('changes this Sid only', () =>
    assert.equal(
      renamed(SIDS, 'ReadAll'),
      '{ "Statement": [{ "Sid": "ReadAll", "Effect": "Allow" }, { "Sid": "Write", "Effect": "Deny" }] }',
    ));

  test('refuses what AWS would refuse', () => {
    assert.equal(renamed(SIDS, 'Write'), 'Another statement has the Sid "Write" already.');
    assert.equal(renamed(SIDS, 'read all'), 'Only letters and digits are allowed in a Sid.');
    assert.equal(renamed(SIDS, ''), 'A Sid needs at least one character.');
    assert.match(renamed(SIDS, 'read "all"', 'resource') ?? '', /"Sid": "read \\"all\\""/);
  });
});

describe('renaming a bucket', () => {
  test('offers the name within the ARN', () => {
    assert.equal(
      target('{ "Statement": { "Resource": "arn:aws:s3:::lo$0gs/2026/*" } }'),
      '{ "Statement": { "Resource": "arn:aws:s3:::[logs]/2026/*" } }',
    );
    for (const place of [
      'arn:aws:s3:::logs/20$026/*',
      'arn:aws:s$03:::logs',
      'arn:aws:s3:::lo$0gs-*',
      'arn:aws:s3:::${bu$0cket}',
      'arn:aws:s3:eu-west-1:111122223333:access$0point/x',
      'arn:aws:sns:eu-west-1:111122223333:to$0pic',
    ]) {
      assert.equal(target(`{ "Statement": { "Resource": "${place}" } }`), undefined, place);
    }
  });

  test('changes it in every ARN of the file that names it, and in nothing else', () =>
    assert.equal(
      renamed(
        `{ "A": { "Statement": [{
  "Sid": "logs",
  "Effect": "Allow", "Action": "s3:*",
  "Resource": ["arn:aws:s3:::lo$0gs", "arn:aws:s3:::logs/*", "arn:aws:s3:::logs-2/*", "arn:aws:sns:::logs"],
  "Condition": { "ArnLike": { "aws:SourceArn": ["arn:aws:s3:::logs"], "x": "logs" } }
}] }, "B": { "Statement": { "Effect": "Deny", "Action": "*", "NotResource": "arn:aws-cn:s3:::logs/a" } } }`,
        'audit.logs',
      ),
      `{ "A": { "Statement": [{
  "Sid": "logs",
  "Effect": "Allow", "Action": "s3:*",
  "Resource": ["arn:aws:s3:::audit.logs", "arn:aws:s3:::audit.logs/*", "arn:aws:s3:::logs-2/*", "arn:aws:sns:::logs"],
  "Condition": { "ArnLike": { "aws:SourceArn": ["arn:aws:s3:::audit.logs"], "x": "logs" } }
}] }, "B": { "Statement": { "Effect": "Deny", "Action": "*", "NotResource": "arn:aws-cn:s3:::audit.logs/a" } } }`,
    ));

  test('reaches into policies inside strings and strings with escapes', () =>
    assert.equal(
      renamed(
        '{"P":"{\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"*\\",\\"Resource\\":[\\"arn:aws:s3:::lo$0gs\\",\\"arn:aws:s3:::logs\\\\/x\\"]}]}"}',
        'other',
      ),
      '{"P":"{\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"*\\",\\"Resource\\":[\\"arn:aws:s3:::other\\",\\"arn:aws:s3:::other/x\\"]}]}"}',
    ));

  test('refuses names that would make the ARN mean something else', () => {
    for (const name of ['b', 'a*', 'a/b', 'a b c', '${x}', 'a"b']) {
      assert.match(
        renamed('{ "Statement": { "Resource": "arn:aws:s3:::lo$0gs" } }', name) ?? '',
        /^A bucket name/,
      );
    }
  });
});
