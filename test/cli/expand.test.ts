import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runCli } from '../support/run-cli.ts';

describe('leastwise expand', () => {
  test('lists what a pattern matches', async () =>
    assert.equal((await runCli(['expand', 'S3:getobjectt*'])).stdout, 's3:GetObjectTagging\n'));

  test('keeps the order asked in JSON', async () => {
    const { code, stdout } = await runCli(['expand', '--format', 'json', 'sns:*', 's3:GetObjectA*']);
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(stdout), [
      { pattern: 'sns:*', count: 1, actions: ['sns:Publish'] },
      { pattern: 's3:GetObjectA*', count: 1, actions: ['s3:GetObjectAcl'] },
    ]);
  });

  test('says what matches nothing and ends with 1', async () => {
    const { code, stderr } = await runCli(['expand', 's3:Nothing*']);
    assert.equal(code, 1);
    assert.match(stderr, /"s3:Nothing\*" matches no action/);
  });
});

describe('leastwise', () => {
  test('teaches with --help', async () => {
    const { code, stdout } = await runCli(['--help']);
    assert.equal(code, 0);
    for (const word of ['lint', 'expand', 'lsp', 'Examples:', 'Exit codes:'])
      assert.ok(stdout.includes(word), word);
  });

  test('tells its version', async () => assert.equal((await runCli(['--version'])).stdout, '0.0.0-test\n'));

  test('refuses unknown commands with 2', async () => assert.equal((await runCli(['frobnicate'])).code, 2));
});
