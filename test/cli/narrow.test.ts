import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { runCli } from '../support/run-cli.ts';

const POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Files", // what the app is about
      "Effect": "Allow",
      "Action": "s3:*",
      "Resource": "*"
    },
    {
      "Sid": "Rest",
      "Effect": "Allow",
      "Action": ["sns:Publish", "iam:GetUser"],
      "Resource": "*"
    },
    {
      "Effect": "Deny",
      "Action": "s3:Delete*",
      "Resource": "*"
    }
  ]
}
`;

function event(eventName: string, more: object = {}): object {
  return {
    eventSource: 's3.amazonaws.com',
    eventName,
    eventTime: '2026-03-05T10:00:00Z',
    userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/eva', userName: 'eva' },
    ...more,
  };
}

const OF_BEN = { userIdentity: { arn: 'arn:aws:iam::111122223333:user/ben', userName: 'ben' } };

let folder = '';
const path = (name: string): string => join(folder, name);
const write = (name: string, content: string | Buffer): void => writeFileSync(path(name), content);

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'leastwise-narrow-'));
  mkdirSync(path('logs/2026/03'), { recursive: true });
  const log = (...Records: readonly object[]): string => JSON.stringify({ Records });
  write('policy.jsonc', POLICY);
  write('plain.json', POLICY.replace(/ \/\/.*/, ''));
  write('logs/2026/a.json', log(event('ListObjectsV2'), event('GetObject', { managementEvent: false })));
  write('logs/2026/03/b.json.gz', gzipSync(log(event('PutObject', OF_BEN), event('Nope'))));
  write('logs/2026/03/digest.json.gz', gzipSync('{ "digestStartTime": "2026-03-05" }'));
  write('one.json', JSON.stringify(event('ListBuckets')));
  write('denied.json', log(event('GetObject', { errorCode: 'AccessDenied' }), event('ListBuckets')));
  write('lines.json', `${JSON.stringify(event('ListBuckets'))}\n${JSON.stringify(event('GetObject'))}\n`);
  write('broken.json', '{');
  write('other.json', '{ "name": "x" }');
});
after(() => rmSync(folder, { recursive: true }));

/** The text that a run would write, and what it says. */
async function narrowed(...arguments_: readonly string[]) {
  const { code, stdout, stderr } = await runCli([
    'narrow',
    path('plain.json'),
    '--format',
    'json',
    ...arguments_,
  ]);
  const [file] = code === 2 ? [] : JSON.parse(stdout);
  const { Statement } = file ? JSON.parse(file.text) : { Statement: [] };
  const actions = Statement.map(({ Action }: { readonly Action: unknown }) => Action);
  return { code, stderr, file, actions };
}

describe('leastwise narrow --levels', () => {
  test('prints a patch and ends with 1, and leaves the file alone', async () => {
    const file = path('policy.jsonc');
    const { code, stdout, stderr } = await runCli(['narrow', file, '--levels', 'tagging,list']);
    assert.equal(code, 1);
    assert.equal(
      stdout,
      `--- ${file}
+++ ${file} (narrowed)
@@ -4,13 +4,11 @@
     {
       "Sid": "Files", // what the app is about
       "Effect": "Allow",
-      "Action": "s3:*",
-      "Resource": "*"
-    },
-    {
-      "Sid": "Rest",
-      "Effect": "Allow",
-      "Action": ["sns:Publish", "iam:GetUser"],
+      "Action": [
+        "s3:ListAllMyBuckets",
+        "s3:ListBucket",
+        "s3:PutObjectTagging"
+      ],
       "Resource": "*"
     },
     {
`,
    );
    assert.equal(
      stderr,
      `/Statement/0 "Files": 3 of 12 actions remain.
/Statement/1 "Rest": removed. None of its actions has the level Tagging or List.
/Statement/2: unchanged. It allows nothing, so that less in it would deny less.
`,
    );
    assert.equal(readFileSync(file, 'utf8'), POLICY);
  });

  test('writes in place, and then has nothing more to do', async () => {
    const file = path('written.jsonc');
    writeFileSync(file, POLICY);
    const first = await runCli(['narrow', file, '--levels', 'read-only', '--write']);
    assert.deepEqual([first.code, first.stdout], [0, '']);
    const text = readFileSync(file, 'utf8');
    assert.match(text, /"Files", \/\/ what the app is about/);
    assert.match(text, /"s3:GetObject",/);
    assert.doesNotMatch(text, /s3:\*|s3:Put|sns:/);
    const second = await runCli(['narrow', file, '--levels', 'read,list', '--write']);
    assert.equal(second.code, 0);
    assert.equal(readFileSync(file, 'utf8'), text);
  });

  test('takes only the statement that is named, by Sid or by place', async () => {
    for (const name of ['Rest', '1']) {
      const { actions, file } = await narrowed('--levels', 'read', '--statement', name);
      assert.deepEqual(actions, ['s3:*', ['iam:GetUser'], 's3:Delete*']);
      assert.deepEqual(file.statements, [
        {
          pointer: '/Statement/1',
          sid: 'Rest',
          outcome: 'narrowed',
          actionsBefore: ['sns:Publish', 'iam:GetUser'],
          actionsAfter: ['iam:GetUser'],
          countBefore: 2,
          countAfter: 1,
          removed: ['sns:Publish'],
          unknown: [],
        },
      ]);
    }
  });

  test('keeps what no data knows, and says so', async () => {
    const policy =
      '{ "Statement": { "Effect": "Allow", "Action": ["s3:GetNew", "s3:PutObject"], "Resource": "*" } }';
    const { stdout, stderr } = await runCli(['narrow', '-', '--levels', 'read'], policy);
    assert.match(stdout, /^\+.*"Action": \["s3:GetNew"\]/m);
    assert.match(stderr, /Kept, though in no data: s3:GetNew\./);
  });

  test('keeps the last statement of a policy', async () => {
    const policy = '{ "Statement": [{ "Effect": "Allow", "Action": "s3:PutObject", "Resource": "*" }] }';
    const { code, stdout, stderr } = await runCli(['narrow', '-', '--levels', 'read'], policy);
    assert.deepEqual([code, stdout], [0, '']);
    assert.match(stderr, /unchanged\. None of its actions has the level Read\. It stays/);
  });

  test('narrows policies inside strings', async () => {
    const policy = JSON.stringify({
      a: '{ "Statement": [{ "Effect": "Allow", "Action": "iam:*User", "Resource": "*" }] }',
    });
    const { stdout } = await runCli(['narrow', '-', '--levels', 'read', '--format', 'json'], policy);
    const [{ text }] = JSON.parse(stdout);
    assert.equal(JSON.parse(JSON.parse(text).a).Statement[0].Action, 'iam:GetUser');
  });
});

describe('leastwise narrow without a wish', () => {
  test('takes out what the resources do not allow', async () => {
    const policy =
      '{ "Statement": [{ "Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"], "Resource": "arn:aws:s3:::b/*" }] }';
    const { code, stdout } = await runCli(['narrow', '-'], policy);
    assert.equal(code, 1);
    assert.match(stdout, /^\+.*"Action": \["s3:GetObject"\]/m);
  });
});

describe('leastwise narrow --cloudtrail', () => {
  test('keeps what the logs of a folder show, and removes what they do not', async () => {
    const { code, stderr, actions, file } = await narrowed('--cloudtrail', path('logs'));
    assert.equal(code, 1);
    assert.deepEqual(actions, [['s3:GetObject', 's3:ListBucket', 's3:PutObject'], 's3:Delete*']);
    assert.match(stderr, /"Files": 3 of 12 actions remain\./);
    assert.match(stderr, /"Rest": removed\. None of its actions was used\./);
    assert.match(stderr, /They are of 2 users and roles/);
    assert.match(stderr, /s3\.amazonaws\.com Nope \(once\) is the event of no action known here\./);
    assert.deepEqual(file.usage.unmapped, [{ source: 's3.amazonaws.com', name: 'Nope', count: 1 }]);
    assert.equal(file.source, 'CloudTrail, 2026-03-05');
  });

  test('keeps to one principal', async () => {
    const { actions } = await narrowed('--cloudtrail', path('logs'), '--principal', 'ben');
    assert.deepEqual(actions, ['s3:PutObject', 's3:Delete*']);
    const nobody = await narrowed('--cloudtrail', path('logs'), '--principal', 'nobody');
    assert.equal(nobody.code, 2);
    assert.match(nobody.stderr, /none of its events is one of nobody/);
  });

  test('does not count what was denied', async () => {
    const { actions, stderr } = await narrowed('--cloudtrail', path('denied.json'));
    assert.deepEqual(actions, ['s3:ListAllMyBuckets', 's3:Delete*']);
    assert.match(stderr, /Not counted, as they were denied: s3:GetObject\./);
  });

  test('warns of uses that no trail would show, and keeps them if told to', async () => {
    const { stderr, file } = await narrowed('--cloudtrail', path('one.json'));
    assert.match(
      stderr,
      /Removed, though a trail logs them only as data events.*s3:GetObject.*--keep-unlogged/,
    );
    assert.ok(file.unlogged.includes('s3:GetObject'));
    const kept = await narrowed('--cloudtrail', path('one.json'), '--keep-unlogged');
    assert.ok(kept.actions[0].includes('s3:GetObject'));
    assert.ok(!kept.actions[0].includes('s3:PutBucketPolicy'));
  });

  test('reads a record a line, and reports', async () => {
    const { actions } = await narrowed('--cloudtrail', path('lines.json'));
    assert.deepEqual(actions[0], ['s3:GetObject', 's3:ListAllMyBuckets']);
    write(
      'report.json',
      JSON.stringify({
        ServicesLastAccessed: [
          { ServiceNamespace: 'sns' },
          { ServiceNamespace: 's3', LastAuthenticated: '2026-01-01T00:00:00Z' },
        ],
      }),
    );
    const byReport = await narrowed('--cloudtrail', path('report.json'));
    assert.deepEqual(byReport.actions, ['s3:*', ['iam:GetUser'], 's3:Delete*']);
    assert.match(byReport.stderr, /tells of s3 only that it was used/);
  });

  test('limits Resource to what the events name, if told to', async () => {
    const arn = 'arn:aws:sns:us-east-1:111122223333:orders';
    const publish = event('Publish', { eventSource: 'sns.amazonaws.com', resources: [{ ARN: arn }] });
    write('publish.json', JSON.stringify([publish, event('ListBuckets')]));
    const resourceOf = ({ file }: Awaited<ReturnType<typeof narrowed>>): unknown =>
      JSON.parse(file.text).Statement.map(({ Resource }: { readonly Resource: unknown }) => Resource);
    const logs = ['--cloudtrail', path('publish.json')];
    assert.deepEqual(resourceOf(await narrowed(...logs)), ['*', '*', '*']);
    const limited = await narrowed(...logs, '--used-resources');
    assert.deepEqual(resourceOf(limited), ['*', arn, '*']);
    assert.match(limited.stderr, /"Rest": 1 of 2 .* limited to the 1 resource that was used\./);
    assert.match(limited.stderr, /"Files": .* stays "\*": what s3:ListAllMyBuckets was used on is not known/);
    assert.equal((await narrowed('--used-resources')).code, 2);
  });

  test('joins levels and use', async () => {
    const { actions } = await narrowed('--cloudtrail', path('logs'), '--levels', 'write');
    assert.deepEqual(actions[0], ['s3:PutObject']);
  });

  test('does nothing if a log cannot be read or is none', async () => {
    for (const [name, reason] of [
      ['broken.json', /Cannot read .*broken\.json/],
      ['other.json', /it holds no CloudTrail records/],
      ['nowhere', /there is no such file or folder/],
    ] as const) {
      const { code, stderr } = await narrowed('--cloudtrail', path(name));
      assert.equal(code, 2, name);
      assert.match(stderr, reason);
    }
  });
});

describe('leastwise narrow with leastwise.json', () => {
  const configured = (): readonly string[] => ['narrow', path('configured'), '--levels', 'read'];
  const typesOf = (stdout: string): unknown =>
    JSON.parse(stdout).map(({ policyTypes }: { readonly policyTypes: unknown }) => policyTypes);

  before(() => {
    mkdirSync(path('configured'));
    write('configured/a.json', POLICY.replace(/ \/\/.*/, ''));
    write('configured/b.json', POLICY.replace(/ \/\/.*/, ''));
  });

  test('takes policies for what the nearest one calls them, unless told otherwise', async () => {
    write('configured/leastwise.json', '{ "policyType": { "b.json": "scp" } }');
    const json = [...configured(), '--format', 'json'];
    assert.deepEqual(typesOf((await runCli(json)).stdout), [['identity'], ['scp']]);
    assert.deepEqual(typesOf((await runCli([...json, '--no-config'])).stdout), [['identity'], ['identity']]);
    const given = await runCli([
      'narrow',
      path('configured/b.json'),
      '--format',
      'json',
      '--policy-type',
      'rcp',
    ]);
    assert.deepEqual(typesOf(given.stdout), [['rcp']]);
    write('other-config.json', '{ "policyType": { "configured/*": "boundary" } }');
    const other = await runCli([...json, '--config', path('other-config.json')]);
    assert.deepEqual(typesOf(other.stdout), [['boundary'], ['boundary']]);
  });

  test('complains of a broken one, once, and changes nothing', async () => {
    write('configured/leastwise.json', '{ "policyType": { "b.json": "sccp" } }');
    const { code, stdout, stderr } = await runCli([...configured(), '--write']);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /leastwise\.json:1:\d+: error: /);
    assert.equal(stderr.trim().split('\n').length, 1);
    assert.match(readFileSync(path('configured/a.json'), 'utf8'), /s3:\*/);
    assert.equal((await runCli([...configured(), '--no-config', '--write'])).code, 0);
  });

  test('goes on after a warning', async () => {
    write(
      'configured/leastwise.json',
      '{ "overrides": [{ "files": ["a.json"], "rules": {}, "until": "2026-01-01" }] }',
    );
    write('configured/a.json', POLICY.replace(/ \/\/.*/, ''));
    const { code, stderr } = await runCli(configured());
    assert.equal(code, 1);
    assert.match(stderr, /leastwise\.json:1:\d+: warning: /);
  });
});

describe('leastwise narrow', () => {
  test('refuses wrong usage with 2', async () => {
    for (const wrong of [
      ['narrow'],
      ['narrow', path('plain.json'), '--levels', 'reading'],
      ['narrow', path('plain.json'), '--statement', 'None'],
      ['narrow', path('nowhere.json')],
      ['narrow', path('other.json')],
      ['narrow', '-', '--write'],
    ]) {
      assert.equal((await runCli(wrong)).code, 2, wrong.join(' '));
    }
  });

  test('teaches with --help', async () => {
    const { code, stdout } = await runCli(['narrow', '--help']);
    assert.equal(code, 0);
    for (const word of ['--levels', '--cloudtrail', '--statement', '--write', 'Examples:', 'Exit codes:']) {
      assert.ok(stdout.includes(word), word);
    }
  });
});
