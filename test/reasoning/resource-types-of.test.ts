import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Catalogue } from '../../server/src/catalogue/catalogue.ts';
import { openCatalogue } from '../../server/src/catalogue/open-catalogue.ts';
import { resourceTypesOf } from '../../server/src/reasoning/resource-types-of.ts';
import { buildCatalogue } from '../support/build-catalogue.ts';
import { TINY } from '../support/tiny-catalogue.ts';

function check(
  servicePrefix: string,
  arn: string,
  expected: readonly string[],
  catalogue: Catalogue = TINY,
): void {
  const service = catalogue.service(servicePrefix);
  assert.ok(service);
  assert.deepEqual(
    resourceTypesOf(arn, service).map(({ name }) => name),
    expected,
  );
}

describe('resourceTypesOf', () => {
  test('tells a bucket from an object', () => {
    check('s3', 'arn:aws:s3:::b', ['bucket']);
    check('s3', 'arn:aws:s3:::b/key', ['object']);
    check('s3', 'arn:aws:s3:::b/a/b:c', ['object']);
    check('s3', 'arn:aws:s3:::b/*', ['object']);
  });

  test('keeps both where a wildcard may stand for either', () => {
    check('s3', 'arn:aws:s3:::b*', ['bucket', 'object']);
    check('s3', 'arn:aws:s3:::*', ['bucket', 'object']);
    check('s3', 'arn:aws:s3:::${bucket}', ['bucket', 'object']);
  });

  test('compares every part, empty ones included', () => {
    check('s3', 'arn:aws:s3:eu-west-1:111122223333:accesspoint/a', ['accesspoint']);
    check('s3', 'arn:aws:s3:eu-west-1::b', []);
    check('s3', 'arn:aws:sns:::b', []);
    check('s3', 'arn:aws:s3:*:*:accesspoint/a', ['accesspoint', 'object']);
  });

  test('takes paths and other slashes as parts of a name', () => {
    check('iam', 'arn:aws:iam::111122223333:role/a/b/c', ['role']);
    check('iam', 'arn:aws:iam::111122223333:*', ['role', 'user']);
    check('iam', 'arn:aws:iam::111122223333:role', []);
    check('iam', 'arn:aws:iam::111122223333:role/', []);
  });

  test('tells a log stream from its log group', () => {
    check('logs', 'arn:aws:logs:*:*:log-group:/aws/lambda/f', ['log-group']);
    check('logs', 'arn:aws:logs:*:*:log-group:/aws/lambda/f:log-stream:s', ['log-stream']);
    check('logs', 'arn:aws:logs:*:*:log-group:/aws/lambda/f:*', ['log-group', 'log-stream']);
  });

  test('tells a resource from the one it lies in', () => {
    check('dynamodb', 'arn:aws:dynamodb:*:*:table/t', ['table']);
    check('dynamodb', 'arn:aws:dynamodb:*:*:table/t/index/i', ['index']);
    check('dynamodb', 'arn:aws:dynamodb:*:*:table/*', ['index', 'table']);
  });

  test('lets a wildcard at the end of a part cross colons only where nothing fits otherwise', () => {
    check('logs', 'arn:aws:logs:*:*:/aws-glue/*', ['log-group', 'log-stream']);
    check('logs', 'arn:aws:sns:*:*:/aws-glue/*', []);
    check('ec2', 'arn:aws:ec2:*:*:instnace/*', []);
    check('ec2', 'arn:aws:ec2:*:*:instance/*', ['instance']);
  });

  test('takes all types for a wildcard, and for a short ARN that ends in one', () => {
    check('s3', '*', ['accesspoint', 'bucket', 'object']);
    check('s3', 'arn:aws:s3:*', ['accesspoint', 'bucket', 'object']);
    check('s3', 'arn:aws:s3', []);
    check('s3', 'b', []);
    check('s3', '', []);
  });

  test('takes a policy variable for anything, but not an escaped character', () => {
    check('s3', 'arn:aws:s3:::b/${aws:username}', ['object']);
    check('s3', 'arn:${AWS::Partition}:s3:::b', ['bucket']);
    check('s3', 'arn:aws:s3:::${*}', ['bucket']);
    check('iam', 'arn:aws:iam::${Account}:role/r', ['role']);
  });

  test('takes any of the formats of a type', () => {
    const resourceTypes = {
      widget: [['arn:${Partition}:x:::widget/${Id}', 'arn:${Partition}:x:::w/${Id}']],
      every: ['arn:${Partition}:x:::other/*'],
    } as const;
    const catalogue = buildCatalogue([{ prefix: 'x', name: 'X', resourceTypes, actions: {} }], []);
    check('x', 'arn:aws:x:::w/1', ['widget'], catalogue);
    check('x', 'arn:aws:x:::widget/1', ['widget'], catalogue);
    check('x', 'arn:aws:x:::other/', ['every'], catalogue);
  });

  test('is not held up by an endless ARN', () => {
    const start = performance.now();
    check('s3', `arn:aws:s3:::${'*a'.repeat(500_000)}`, []);
    check('ec2', `arn:aws:ec2:*:*:x${':*'.repeat(1000)}`, []);
    assert.ok(performance.now() - start < 200);
  });

  test('names the type of every format of the real data', () => {
    const catalogue = openCatalogue(readFileSync('server/data/catalogue.dat'));
    const misses: string[] = [];
    for (const prefix of catalogue.servicePrefixes()) {
      const service = catalogue.service(prefix);
      for (const type of service?.resourceTypes() ?? []) {
        const arns = type.arnFormats.map((format) => format.replace(/\$\{[^}]*\}/g, 'x'));
        for (const arn of arns) {
          // A format may be that of another type, too, or lie within a wider one.
          const found = service ? resourceTypesOf(arn, service) : [];
          if (!found.includes(type)) misses.push(`${prefix} ${type.name} ${arn}`);
        }
      }
    }
    assert.deepEqual(misses, []);
  });
});
