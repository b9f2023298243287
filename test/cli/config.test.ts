import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { runCli } from '../support/run-cli.ts';

const TYPO =
  '{ "Version": "2012-10-17", "Statement": [{ "Sid": "Read", "Effect": "Allow", "Action": "s3:GetObjcet", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" }] }';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leastwise-config-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, content: object | string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
}

/** Lint the folder, its name taken out of what is printed. */
async function lint(...more: readonly string[]) {
  const { code, stdout, stderr } = await runCli(['lint', folder, ...more]);
  const plain = (text: string): string => text.replaceAll(`${folder}/`, '');
  return { code, stdout: plain(stdout), stderr: plain(stderr) };
}

/** `file severity` of each finding. */
async function severities(...more: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await lint(...more);
  return stdout
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => line.replace(/:\d+:\d+: (\w+) .*/, ' $1'));
}

describe('leastwise lint with leastwise.json', () => {
  test('takes the nearest one upwards of each file', async () => {
    write('a.json', TYPO);
    write('near/b.json', TYPO);
    write('near/deep/c.json', TYPO);
    write('leastwise.json', { rules: { 'unknown-action': 'hint' } });
    write('near/leastwise.jsonc', '// here\n{ "rules": { "unknown-action": "warning" } }');
    assert.deepEqual(await severities(), ['a.json hint', 'near/b.json warning', 'near/deep/c.json warning']);
    assert.deepEqual(await severities('--config', join(folder, 'leastwise.json')), [
      'a.json hint',
      'near/b.json hint',
      'near/deep/c.json hint',
    ]);
    assert.deepEqual(await severities('--no-config'), [
      'a.json error',
      'near/b.json error',
      'near/deep/c.json error',
    ]);
  });

  test('reports principals of accounts that are not listed', async () => {
    const principal = { AWS: ['111122223333', '444455556666'] };
    const statement = { Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' };
    write('trust.json', { Version: '2012-10-17', Statement: [statement] });
    assert.deepEqual(await severities(), []);
    write('leastwise.json', { trustedAccounts: ['111122223333'] });
    const { stdout } = await lint();
    assert.match(stdout, /^trust\.json:1:\d+: warning principal-configured-list: "444455556666" is none/);
  });

  test('silences one statement, and says when it is gone', async () => {
    write('x/a.json', TYPO);
    write('x/b.json', TYPO.replace('Read', 'Other'));
    const override = (file: string) => ({
      files: [file],
      statements: ['Read'],
      rules: { 'unknown-action': 'off' },
      reason: 'x',
    });
    write('leastwise.json', { overrides: [override('x/a.json'), override('x/b.json')] });
    const { code, stdout, stderr } = await lint();
    assert.equal(code, 1);
    assert.match(stdout, /^x\/b\.json:1:\d+: error unknown-action/);
    assert.match(stderr, /^leastwise\.json:1:\d+: warning: There is no statement "Read" in x\/b\.json\.$/m);
    assert.equal(stderr.match(/There is no statement/g)?.length, 1);
  });

  test('takes its policy type, and the one of the command line over it', async () => {
    write('trust/a.json', TYPO.replace('GetObjcet', 'GetObject'));
    write('leastwise.json', { policyType: { 'trust/**': 'trust' } });
    assert.match((await lint()).stdout, /missing-principal/);
    assert.doesNotMatch((await lint('--policy-type', 'identity')).stdout, /missing-principal/);
  });

  test('takes a preset, and the one of the command line over it', async () => {
    write('a.json', TYPO);
    write('leastwise.json', { extends: 'syntax-only' });
    assert.deepEqual(await severities(), []);
    assert.deepEqual(await severities('--preset', 'recommended'), ['a.json error']);
    assert.equal((await lint('--preset', 'loose')).code, 2);
  });

  test('reports what is wrong in it once, with its place, lints on and ends with 2', async () => {
    write('a.json', TYPO);
    write('b.json', TYPO);
    write('leastwise.json', '{\n  "rules": {\n    "unknown-acton": "hint", "unknown-action": "hint" }\n}');
    const { code, stdout, stderr } = await lint();
    assert.equal(code, 2);
    assert.match(stdout, /^a\.json:1:\d+: hint/);
    assert.deepEqual(stderr.match(/^leastwise\.json.*$/gm), [
      'leastwise.json:3:5: error: There is no rule "unknown-acton".',
    ]);
  });

  test('tells of overrides that have expired, without failing', async () => {
    write('a.json', TYPO.replace('GetObjcet', 'GetObject'));
    const override = { rules: { 'unknown-action': 'off' }, reason: 'x', until: '2020-01-01' };
    write('leastwise.json', { overrides: [override] });
    const { code, stderr } = await lint();
    assert.equal(code, 0);
    assert.match(stderr, /^leastwise\.json:1:\d+: warning: This override has expired on 2020-01-01/m);
  });

  test('says that a configuration which is asked for is not there', async () => {
    const { code, stderr } = await lint('--config', join(folder, 'none.json'));
    assert.equal(code, 2);
    assert.match(stderr, /Cannot read none\.json: there is no such file/);
  });

  test('holds for standard input by the name that it is given', async () => {
    write('ci/leastwise.json', { rules: { 'unknown-action': 'off' } });
    const name = join(folder, 'ci/role.json');
    assert.equal((await runCli(['lint', '-', '--stdin-filename', name], TYPO)).code, 0);
    assert.equal((await runCli(['lint', '-'], TYPO)).code, 1);
  });
});

describe('leastwise lint with a baseline', () => {
  test('is silent about what was written, loud about what is new, and tells what is gone', async () => {
    write('a.json', TYPO);
    write('sub/b.json', TYPO);
    const known = ['--baseline', join(folder, 'known.json')];
    const written = await lint('--baseline-write', ...known);
    assert.deepEqual(
      [written.code, written.stdout, written.stderr],
      [0, '', '2 findings of 2 files known to known.json from now on.\n'],
    );

    const silent = await lint(...known);
    assert.deepEqual([silent.code, silent.stdout], [0, '']);
    assert.equal(silent.stderr, '0 findings in 2 policies, and 2 findings that the baseline knows.\n');

    write('a.json', `\n\n${TYPO.replace('GetObjcet', 'PutObjcet')}`);
    rmSync(join(folder, 'sub/b.json'));
    const { code, stdout, stderr } = await lint(...known);
    assert.equal(code, 1);
    assert.match(stdout, /^a\.json:3:\d+: error unknown-action: s3 has no action "PutObjcet"\..*\n$/);
    assert.match(
      stderr,
      /a\.json no longer has unknown-action at Statement\/Action, statement "Read" \(s3:GetObjcet\)\./,
    );
    assert.match(stderr, /There is no sub\/b\.json any more\./);
  });

  test('takes the file that the configuration names, relative to it', async () => {
    write('sub/a.json', TYPO);
    write('leastwise.json', { baseline: 'ci/known.json' });
    mkdirSync(join(folder, 'ci'));
    await lint('--baseline-write');
    assert.match(readFileSync(join(folder, 'ci/known.json'), 'utf8'), /"\.\.\/sub\/a\.json": \[/);
    assert.equal((await lint()).code, 0);
  });

  test('keeps what it knows of files that are not linted', async () => {
    write('a.json', TYPO);
    write('sub/b.json', TYPO);
    const known = ['--baseline', join(folder, 'known.json')];
    await lint('--baseline-write', ...known);
    await runCli(['lint', join(folder, 'sub'), '--baseline-write', ...known]);
    assert.equal((await lint(...known)).code, 0);
  });

  test('ends with 2 where it cannot be read', async () => {
    write('a.json', TYPO);
    assert.equal((await lint('--baseline', join(folder, 'none.json'))).code, 2);
    write('broken.txt', '{ "files": 3 }');
    const { code, stderr } = await lint('--baseline', join(folder, 'broken.txt'));
    assert.equal(code, 2);
    assert.match(stderr, /^broken\.txt:1:1: error: A baseline is an object with "files"\./m);
  });
});
