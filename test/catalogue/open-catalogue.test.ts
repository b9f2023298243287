import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import vm from 'node:vm';
import { buildSync } from 'esbuild';
import { FORMAT } from '../../server/src/catalogue/compiled-format.ts';
import { openCatalogue } from '../../server/src/catalogue/open-catalogue.ts';
import { catalogueBytes, realCatalogue } from './compiler.ts';

describe('openCatalogue', () => {
  test('finds services, actions and resource types without regard to case', () => {
    const s3 = realCatalogue().service('S3');
    assert.equal(s3?.prefix, 's3');
    assert.equal(s3?.name, 'Amazon S3');
    assert.equal(s3?.action('getOBJECT')?.name, 'GetObject');
    assert.equal(s3?.accessLevel('PUTOBJECTACL'), 'Permissions management');
    assert.deepEqual(s3?.resourceType('BUCKET')?.arnFormats, ['arn:${Partition}:s3:::${BucketName}']);
    assert.equal(realCatalogue().service('ec2')?.hasAction('runinstances'), true);
  });

  test('knows nothing by the names of object members', () => {
    for (const name of ['constructor', '__proto__', 'toString', '']) {
      assert.equal(realCatalogue().service(name), undefined);
      assert.equal(realCatalogue().service('s3')?.action(name), undefined);
      assert.equal(realCatalogue().service('s3')?.resourceType(name), undefined);
      assert.equal(realCatalogue().globalConditionKey(name), undefined);
      assert.equal(realCatalogue().partition(name), undefined);
    }
  });

  test('gives the access level of every name by its position', () => {
    const s3 = realCatalogue().service('s3');
    const names = s3?.actionNames() ?? [];
    assert.equal(s3?.accessLevelAt(names.indexOf('ListBucket')), 'List');
    assert.equal(s3?.accessLevelAt(names.indexOf('PutObjectTagging')), 'Tagging');
    assert.throws(() => s3?.accessLevelAt(names.length), RangeError);
  });

  test('tells dependent actions that are none from those nobody knows', () => {
    const action = (prefix: string, name: string) => realCatalogue().service(prefix)?.action(name);
    assert.deepEqual(action('lambda', 'CreateFunction')?.dependentActions, [
      'iam:PassRole',
      'lambda:PassCapacityProvider',
    ]);
    assert.deepEqual(action('s3', 'GetObject')?.dependentActions, []);
    assert.equal(action('iam', 'PassRole')?.isPermissionOnly, true);
    assert.equal(action('s3', 'GetObject')?.isPermissionOnly, false);
    assert.equal(action('cloudwatch', 'CreateAlert')?.dependentActions, undefined);
    assert.equal(action('cloudwatch', 'CreateAlert')?.isPermissionOnly, undefined);
  });

  test('gives an action the resource types of all pages of its service', () => {
    const elb = realCatalogue().service('elasticloadbalancing');
    const types = elb
      ?.action('CreateLoadBalancer')
      ?.resources.map(({ type, required }) => [type.name, required]);
    assert.deepEqual(types, [
      ['loadbalancer', false],
      ['loadbalancer/app/', false],
      ['loadbalancer/gwy/', false],
      ['loadbalancer/net/', false],
    ]);
    assert.equal(elb?.documentation.length, 2);
  });

  test('says of which services the resource types are incomplete', () => {
    const catalogue = realCatalogue();
    assert.deepEqual(
      catalogue.servicePrefixes().filter((prefix) => catalogue.service(prefix)?.hasIncompleteResourceTypes),
      [
        'apigateway',
        'aws-marketplace',
        'cloudformation',
        'elasticloadbalancing',
        'greengrass',
        'kinesisanalytics',
        'lex',
        'ses',
        'sms-voice',
      ],
    );
  });

  test('finds global condition keys without regard to case, tag keys by their stem', () => {
    const catalogue = realCatalogue();
    assert.equal(catalogue.globalConditionKey('AWS:sourceip')?.type, 'IPAddress');
    assert.equal(catalogue.globalConditionKey('aws:requesttag/Team')?.name, 'aws:RequestTag/${TagKey}');
    assert.equal(catalogue.globalConditionKey('aws:RequestTag/'), undefined);
    assert.equal(catalogue.globalConditionKey('aws:RequestTag'), undefined);
    assert.equal(catalogue.globalConditionKey('aws:SourceIp/x'), undefined);
  });

  test('knows partitions with their Regions, but no pseudo Regions', () => {
    const catalogue = realCatalogue();
    assert.equal(catalogue.partition('aws-cn')?.dnsSuffix, 'amazonaws.com.cn');
    assert.ok(catalogue.partition('aws')?.regions.some(({ id }) => id === 'eu-central-1'));
    for (const { id, regions, regionRegex } of catalogue.partitions) {
      const pattern = new RegExp(regionRegex);
      assert.deepEqual(
        regions.filter((region) => !pattern.test(region.id)),
        [],
        id,
      );
    }
  });

  test('knows ARN namespaces that are no service prefix', () => {
    const catalogue = realCatalogue();
    assert.equal(catalogue.isArnNamespace('s3'), true);
    assert.equal(catalogue.service('catalog'), undefined);
    assert.equal(catalogue.isArnNamespace('catalog'), true);
    assert.equal(catalogue.isArnNamespace('s33'), false);
    assert.ok(catalogue.arnNamespaces().every((namespace) => /^[a-z0-9-]+$/.test(namespace)));
  });

  test('says how old its data is and where it comes from', () => {
    const { stamp } = realCatalogue();
    assert.match(stamp.date, /^\d{4}-\d\d-\d\d$/);
    assert.ok(stamp.dependentsDate <= stamp.date);
    assert.match(stamp.sources.join(), /@cloud-copilot\/iam-data \d.*iam-floyd \d.*@aws-sdk\/core \d/);
  });

  test('decodes a service only when more than names and levels is asked for', () => {
    const bytes = Uint8Array.from(catalogueBytes());
    const text = new TextDecoder().decode(bytes);
    bytes[text.indexOf('["~launch one or more instances"')] = '!'.charCodeAt(0);

    const catalogue = openCatalogue(bytes);
    assert.equal(catalogue.service('s3')?.action('GetObject')?.name, 'GetObject');
    assert.equal(catalogue.service('ec2')?.accessLevel('RunInstances'), 'Write');
    assert.throws(() => catalogue.service('ec2')?.action('RunInstances'), SyntaxError);
  });

  test('refuses bytes that are no catalogue, saying what to run', () => {
    for (const bytes of [new Uint8Array(), new TextEncoder().encode('{}\n'), new Uint8Array(100).fill(65)]) {
      assert.throws(() => openCatalogue(bytes), /missing or damaged\. .*"npm run generate"/);
    }
  });

  test('refuses another format and half a file', () => {
    const bytes = Buffer.from(catalogueBytes());
    const newer = Buffer.from(
      bytes.toString('latin1').replace(`catalogue ${FORMAT} `, 'catalogue 7 '),
      'latin1',
    );
    assert.throws(
      () => openCatalogue(newer),
      new RegExp(`has format 7, but this version reads ${FORMAT}\\. .*"npm run generate"`),
    );
    assert.throws(() => openCatalogue(bytes.subarray(0, bytes.length - 10)), /incomplete/);
    assert.throws(() => openCatalogue(bytes.subarray(0, 1000)), /damaged/);
  });

  test('runs in a browser worker: bundled without Node, in a context that has web APIs only', () => {
    const { outputFiles } = buildSync({
      stdin: {
        contents: `
          import { expandActionPattern } from './server/src/catalogue/action-pattern.ts';
          import { openCatalogue } from './server/src/catalogue/open-catalogue.ts';
          const catalogue = openCatalogue(bytes);
          answer = [
            catalogue.service('lambda').actionText('CreateFunction').description,
            ...expandActionPattern(catalogue, 'sns:publ*'),
          ].join();`,
        resolveDir: process.cwd(),
      },
      bundle: true,
      platform: 'browser',
      format: 'iife',
      write: false,
    });
    const context = vm.createContext({ TextDecoder, bytes: catalogueBytes(), answer: '' });
    vm.runInContext(outputFiles[0]?.text ?? '', context);
    assert.equal(context['answer'], 'Grants permission to create an AWS Lambda function,sns:Publish');
  });
});
