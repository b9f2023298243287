import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { applyEdits } from '../../server/src/base/text-edit.ts';
import { runCli } from '../support/run-cli.ts';

const GOOD =
  '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" }] }';
const TYPO = GOOD.replace('s3:GetObject', 's3:GetObjcet');

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'leastwise-'));
  mkdirSync(join(folder, 'sub/node_modules'), { recursive: true });
  writeFileSync(join(folder, 'good.json'), GOOD);
  writeFileSync(join(folder, 'sub/typo.json'), TYPO);
  writeFileSync(join(folder, 'sub/other.json'), '{ "name": "x" }');
  writeFileSync(join(folder, 'sub/empty.json'), '');
  writeFileSync(join(folder, 'sub/node_modules/typo.json'), TYPO);
  writeFileSync(join(folder, 'crlf.json'), `\ufeff${TYPO.replaceAll(', ', ',\r\n')}`);
});
after(() => rmSync(folder, { recursive: true }));

describe('leastwise lint', () => {
  test('ends with 0 and prints nothing where nothing is wrong', async () => {
    const { code, stdout, stderr } = await runCli(['lint', join(folder, 'good.json')]);
    assert.deepEqual({ code, stdout, stderr }, { code: 0, stdout: '', stderr: '0 findings in 1 policy.\n' });
  });

  test('prints one line a finding, with the repair', async () => {
    const file = join(folder, 'sub/typo.json');
    const { code, stdout } = await runCli(['lint', file]);
    assert.equal(code, 1);
    assert.equal(
      stdout,
      `${file}:1:${TYPO.indexOf('"s3:') + 1}: error unknown-action: s3 has no action "GetObjcet". [Change to "s3:GetObject"]\n`,
    );
  });

  test('walks folders but not node_modules, and passes over files without a policy', async () => {
    const { stdout, stderr } = await runCli(['lint', join(folder, 'sub')]);
    assert.equal(stdout.split('\n').length, 2);
    assert.match(stderr, /1 finding in 1 policy/);
  });

  test('reads through a byte order mark and Windows line ends', async () => {
    const { stdout } = await runCli(['lint', join(folder, 'crlf.json')]);
    assert.match(stdout, /crlf\.json:3:11: error unknown-action/);
  });

  test('fails from the severity that --fail-on names', async () => {
    const text = GOOD.replace('"Version": "2012-10-17", ', '');
    assert.equal((await runCli(['lint', '-'], text)).code, 0);
    assert.equal((await runCli(['lint', '-', '--fail-on', 'warning'], text)).code, 1);
  });

  test('says what cannot be read, lints the rest, and ends with 2', async () => {
    const { code, stdout, stderr } = await runCli([
      'lint',
      join(folder, 'nowhere.json'),
      join(folder, 'sub'),
    ]);
    assert.equal(code, 2);
    assert.match(stderr, /Cannot read .*nowhere\.json: there is no such file or folder\./);
    assert.match(stdout, /unknown-action/);
  });

  test('says that an empty input is no JSON', async () => {
    const { code, stdout } = await runCli(['lint', '-'], '');
    assert.equal(code, 1);
    assert.match(stdout, /^<stdin>:1:1: error json-syntax/);
  });

  test('takes the policy type that it is told', async () => {
    const { stdout } = await runCli(['lint', '-', '--policy-type', 'trust', '--format', 'json'], GOOD);
    assert.ok(
      JSON.parse(stdout).some(({ rule }: { rule: string }) => rule === 'missing-principal'),
      stdout,
    );
  });

  test('refuses wrong usage with 2', async () => {
    for (const wrong of [
      ['--format', 'xml'],
      ['--policy-type', 'iam'],
      ['--fail-on', 'never'],
      ['--nonsense'],
    ]) {
      const { code, stderr } = await runCli(['lint', ...wrong]);
      assert.equal(code, 2, wrong.join(' '));
      assert.match(stderr, /--help/);
    }
  });
});

describe('leastwise lint --format json', () => {
  test('prints an array with pointer, places and fixes', async () => {
    const file = join(folder, 'crlf.json');
    const text = `\ufeff${TYPO.replaceAll(', ', ',\r\n')}`;
    const [finding, ...others] = JSON.parse((await runCli(['lint', file, '--format', 'json'])).stdout);
    assert.deepEqual(others, []);
    const offset = text.indexOf('"s3:');
    assert.deepEqual(
      { ...finding, fixes: undefined },
      {
        file,
        rule: 'unknown-action',
        severity: 'error',
        message: 's3 has no action "GetObjcet".',
        pointer: '/Statement/0/Action',
        start: { line: 3, column: 11, offset },
        end: { line: 3, column: 25, offset: offset + 14 },
        fixes: undefined,
      },
    );
    const [fix] = finding.fixes;
    assert.deepEqual([fix.title, fix.preferred, fix.keepsAccess], ['Change to "s3:GetObject"', true, false]);
    const edits = fix.edits.map(
      ({ start, end, newText }: { start: number; end: number; newText: string }) => ({
        range: { start, end },
        newText,
      }),
    );
    assert.equal(applyEdits(text, edits), text.replace('GetObjcet', 'GetObject'));
  });

  test('prints an empty array where nothing is wrong', async () =>
    assert.equal((await runCli(['lint', '-', '--format', 'json'], GOOD)).stdout, '[]\n'));

  test('points to the string that holds a policy', async () => {
    const { stdout } = await runCli(
      ['lint', '-', '--format', 'json'],
      JSON.stringify({ a: [{ Policy: TYPO }] }),
    );
    assert.equal(JSON.parse(stdout)[0].pointer, '/a/0/Policy');
  });
});

describe('leastwise lint --input-format ndjson', () => {
  const lint = (input: string) =>
    runCli(['lint', '-', '--input-format', 'ndjson', '--format', 'json'], input);

  test('calls each policy by its id, given as an object or as text', async () => {
    const { code, stdout } = await lint(
      [
        JSON.stringify({ id: 'object', policy: JSON.parse(TYPO) }),
        JSON.stringify({ id: 'text', policy: TYPO }),
        JSON.stringify({ id: 'good', policy: GOOD }),
        '',
      ].join('\n'),
    );
    assert.equal(code, 1);
    assert.deepEqual(
      JSON.parse(stdout).map(({ file }: { file: string }) => file),
      ['object', 'text'],
    );
  });

  test('takes the policy type of a line', async () => {
    const { stdout } = await lint(JSON.stringify({ id: 'x', policy: GOOD, policyType: 'trust' }));
    assert.match(stdout, /missing-principal/);
  });

  test('reports malformed lines by number and lints the rest', async () => {
    const { code, stdout, stderr } = await lint(
      [
        '{ broken',
        '[1]',
        '{ "id": "x" }',
        '{ "policy": {}, "policyType": "iam" }',
        JSON.stringify({ policy: TYPO }),
      ].join('\n'),
    );
    assert.equal(code, 2);
    assert.deepEqual(stderr.match(/<stdin>:\d+/g), ['<stdin>:1', '<stdin>:2', '<stdin>:3', '<stdin>:4']);
    assert.equal(JSON.parse(stdout)[0].file, '<stdin>:5');
  });
});
