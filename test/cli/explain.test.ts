import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runCli } from '../support/run-cli.ts';

const POLICY = `{ "Version": "2012-10-17", "Statement": [
  { "Sid": "Read", "Effect": "Allow", "Action": ["s3:Get*", "s3:ListBucket"], "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/*"] },
  { "Sid": "NoAcl", "Effect": "Deny", "Action": "s3:*Acl", "Resource": "arn:aws:s3:::b/*" }
] }`;

describe('leastwise explain', () => {
  test('prints Markdown: services by access level, risks, Deny, evaluation', async () => {
    const { code, stdout, stderr } = await runCli(['explain', '-'], POLICY);
    assert.deepEqual([code, stderr], [0, '']);
    for (const part of [
      '# Identity-based policy\n',
      '| Amazon S3 (`s3`) | 1 | 4 |  |  |  | 5 |',
      '## What is risky',
      'It can override `Read` on `s3:GetObjectAcl`.',
      '6. **Identity-based policies** (the Allow statements of this policy)',
    ]) {
      assert.ok(stdout.includes(part), `no "${part}" in:\n${stdout}`);
    }
  });

  test('takes the type that it is told', async () => {
    const { stdout } = await runCli(['explain', '-', '--policy-type', 'scp'], POLICY);
    assert.match(stdout, /^# Service control policy\n/);
    assert.match(stdout, /## What is allowed at most/);
  });

  test('ends with 1 where there is no policy, with 2 where there is no file', async () => {
    const none = await runCli(['explain', '-', '--stdin-filename', 'package.json'], '{ "name": "x" }');
    assert.deepEqual([none.code, none.stdout], [1, '']);
    assert.match(none.stderr, /There is no policy in -/);
    const missing = await runCli(['explain', 'nowhere.json']);
    assert.equal(missing.code, 2);
    assert.match(missing.stderr, /Cannot read nowhere\.json/);
  });
});
