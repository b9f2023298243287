import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Catalogue } from '../../server/src/catalogue/catalogue.ts';
import { openCatalogue } from '../../server/src/catalogue/open-catalogue.ts';
import { catalogueBytes, realCatalogue } from './compiler.ts';

/** Two services as AWS publishes them, one known and one new. */
const FILES: Readonly<Record<string, unknown>> = {
  '/': [
    { service: 'sqs', url: 'https://servicereference.us-east-1.amazonaws.com/v1/sqs/sqs.json' },
    { service: 'toys', url: 'https://servicereference.us-east-1.amazonaws.com/v1/toys/toys.json' },
  ],
  '/v1/sqs/sqs.json': {
    Name: 'sqs',
    Version: 'v1.4',
    Actions: [
      action('SendMessage', ['queue', 'mailbox'], { IsWrite: true }),
      action('ListQueues', [], { IsList: true }, ['sqs:Prefix']),
      action('SetQueueAttributes', ['queue'], { IsWrite: true, IsPermissionManagement: true }),
      action('PeekMessage', ['queue'], {}),
    ],
    ConditionKeys: [{ Name: 'sqs:Prefix', Types: ['String'] }],
    Resources: [
      { Name: 'queue', ARNFormats: ['arn:${Partition}:sqs:${Region}:${Account}:${QueueName}'] },
      {
        Name: 'mailbox',
        ARNFormats: ['arn:${Partition}:sqs:::mailbox/${Name}', 'arn:${Partition}:sqs:::${Name}'],
      },
    ],
    Operations: [
      {
        Name: 'PeekMessage',
        AuthorizedActions: [authorized('sqs', 'PeekMessage'), authorized('kms', 'Decrypt')],
      },
    ],
  },
  '/v1/toys/toys.json': {
    Name: 'toys',
    Version: 'v1.4',
    Actions: [
      action('PlayWithCar', ['car'], { IsWrite: true, IsTaggingOnly: true }, ['toys:Tag/<key>']),
      action('LookAtCar', ['car'], {}),
    ],
    ConditionKeys: [{ Name: 'toys:Tag/<key>', Types: ['ArrayOfString'] }],
    Resources: [{ Name: 'car', ARNFormats: ['arn:${Partition}:toys:::car/${Car}'], ConditionKeys: [] }],
  },
};

describe('npm run update-catalogue', () => {
  const folder = mkdtempSync(join(tmpdir(), 'update-catalogue-'));
  const file = join(folder, 'catalogue.dat');
  const bytesBefore = Buffer.from(catalogueBytes());
  let server: Server;
  let run: Run;
  let updated: Catalogue;

  before(async () => {
    server = createServer((request, response) => {
      const body = FILES[request.url ?? ''];
      response.statusCode = body ? 200 : 404;
      response.end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    run = await update('--service-reference', urlOf(server), '--out', file);
    if (run.status === 0) updated = openCatalogue(readFileSync(file));
  });

  after(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  test('prints what changed, by service', () => {
    assert.equal(run.status, 0, run.output);
    assert.equal(
      run.output,
      [
        'sqs',
        '  + action PeekMessage',
        '  ~ action ListQueues: access level Read → List',
        '  ~ action ListQueues: condition keys +sqs:Prefix',
        '  ~ action SendMessage: resource types +mailbox',
        '  + resource type mailbox',
        '  + condition key sqs:Prefix',
        'toys',
        '  new service',
        '  + action LookAtCar',
        '  + action PlayWithCar',
        '  + resource type car',
        '  + condition key toys:Tag/${TagKey}',
        '',
      ].join('\n'),
    );
  });

  test('writes nothing but the file it was told to', () =>
    assert.ok(bytesBefore.equals(catalogueBytes()), 'server/data/catalogue.dat has changed'));

  test('adds new services, actions, types and keys', () => {
    const toys = updated.service('toys');
    assert.deepEqual(toys?.actionNames(), ['LookAtCar', 'PlayWithCar']);
    assert.equal(toys?.accessLevel('LookAtCar'), 'Read');
    assert.equal(toys?.accessLevel('PlayWithCar'), 'Tagging');
    assert.equal(updated.service('sqs')?.accessLevel('SetQueueAttributes'), 'Permissions management');
    assert.deepEqual(
      toys?.action('PlayWithCar')?.conditionKeys.map(({ name, type }) => [name, type]),
      [['toys:Tag/${TagKey}', 'ArrayOfString']],
    );
    assert.equal(updated.service('sqs')?.resourceType('mailbox')?.arnFormats.length, 2);
  });

  test('keeps what the service reference lacks: descriptions, required marks, links, other actions', () => {
    const [before, after] = [realCatalogue(), updated].map((it) => it.service('sqs'));
    assert.ok(before?.actionText('SendMessage')?.documentation);
    assert.deepEqual(after?.actionText('SendMessage'), before.actionText('SendMessage'));
    const now = after?.action('SendMessage');
    assert.deepEqual(
      now?.resources.map(({ type, required }) => [type.name, required]),
      [
        ['mailbox', false],
        ['queue', true],
      ],
    );
    assert.equal(updated.service('sqs')?.hasAction('ReceiveMessage'), true);
    assert.deepEqual(updated.service('s3')?.actionNames(), realCatalogue().service('s3')?.actionNames());
  });

  test('takes dependent actions of unknown actions from the operations', () => {
    const sqs = updated.service('sqs');
    assert.deepEqual(sqs?.action('PeekMessage')?.dependentActions, ['kms:Decrypt']);
    assert.equal(sqs?.action('PeekMessage')?.isPermissionOnly, false);
    assert.equal(updated.service('toys')?.action('LookAtCar')?.dependentActions, undefined);
    assert.deepEqual(sqs?.action('SendMessage')?.dependentActions, []);
  });

  test('stamps the new source', () =>
    assert.match(
      updated.stamp.sources.join(),
      /servicereference\.us-east-1\.amazonaws\.com\/ \d{4}-\d\d-\d\d/,
    ));

  test('fails as a whole when a service cannot be read', async () => {
    const broken = createServer((request, response) => {
      response.statusCode = request.url === '/' ? 200 : 500;
      response.end(JSON.stringify(FILES['/']));
    });
    await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve));
    const { status, output } = await update('--service-reference', urlOf(broken));
    broken.close();
    assert.equal(status, 1);
    assert.match(output, /v1\/(sqs|toys)\/\w+\.json answered 500/);
  });

  test('needs no network', async () => {
    const { status, output } = await update('--no-service-reference');
    assert.equal(status, 0);
    assert.equal(output, 'Nothing changed in any service.\n');
  });
});

interface Run {
  readonly status: number | null;
  readonly output: string;
}

function update(...options: string[]): Promise<Run> {
  const args = ['scripts/update-catalogue.mjs', '--installed', ...options];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, (_error, stdout, stderr) => {
      resolve({ status: child.exitCode, output: stdout + stderr });
    });
  });
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function action(name: string, types: readonly string[], flags: object, keys: readonly string[] = []): object {
  const none = { IsList: false, IsPermissionManagement: false, IsTaggingOnly: false, IsWrite: false };
  return {
    Name: name,
    ActionConditionKeys: keys,
    Annotations: { Properties: { ...none, ...flags } },
    Resources: types.map((type) => ({ Name: type })),
    SupportedBy: { 'IAM Access Analyzer Policy Generation': false, 'IAM Action Last Accessed': false },
  };
}

function authorized(service: string, name: string): object {
  return { Name: name, Service: service, Context: { 'iam:PassedToService': ['toys.amazonaws.com'] } };
}
