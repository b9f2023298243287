import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Service } from '../../server/src/catalogue/catalogue.ts';
import { TINY } from '../support/tiny-catalogue.ts';
import { realCatalogue } from './compiler.ts';

describe('TINY', () => {
  test('has actions, types and keys that the real catalogue has too', () => {
    for (const [tiny, real] of eachPair()) {
      assert.equal(tiny.name, real.name);
      for (const name of tiny.actionNames()) {
        assert.equal(tiny.accessLevel(name), real.accessLevel(name), name);
        assertSubset(
          tiny.action(name)?.resources.map(({ type }) => type.name),
          real.action(name)?.resources.map(({ type }) => type.name),
        );
      }
      for (const type of tiny.resourceTypes()) {
        assert.deepEqual(type.arnFormats, real.resourceType(type.name)?.arnFormats);
      }
      assertSubset(
        tiny.conditionKeys().map(({ name, type }) => `${name} ${type}`),
        real.conditionKeys().map(({ name, type }) => `${name} ${type}`),
      );
    }
  });

  test('takes no resource types where the real action takes none', () => {
    for (const [tiny, real] of eachPair()) {
      for (const name of tiny.actionNames()) {
        assert.equal(
          tiny.action(name)?.resources.length === 0,
          real.action(name)?.resources.length === 0,
          name,
        );
      }
    }
  });

  test('has partitions as the real ones, with fewer Regions', () => {
    for (const { id, dnsSuffix, regionRegex, regions } of TINY.partitions) {
      const real = realCatalogue().partition(id);
      assert.equal(dnsSuffix, real?.dnsSuffix);
      assert.equal(regionRegex, real?.regionRegex);
      assertSubset(
        regions.map((region) => region.id),
        real?.regions.map((region) => region.id),
      );
    }
  });

  test('answers as the real one does', () => {
    assert.equal(TINY.service('S3')?.action('getobject')?.name, 'GetObject');
    assert.equal(TINY.service('nope'), undefined);
    for (const name of [
      'aws:requesttag/team',
      'aws:RequestTag',
      'aws:SourceIp',
      'aws:SourceIp/x',
      'aws:Nope',
    ]) {
      assert.equal(TINY.globalConditionKey(name), realCatalogue().globalConditionKey(name), name);
    }
    assert.equal(TINY.isArnNamespace('iam'), true);
    assert.equal(TINY.isArnNamespace('nope'), false);
  });
});

function* eachPair(): Generator<readonly [tiny: Service, real: Service]> {
  for (const prefix of TINY.servicePrefixes()) {
    const tiny = TINY.service(prefix);
    const real = realCatalogue().service(prefix);
    assert.ok(tiny && real, prefix);
    yield [tiny, real];
  }
}

function assertSubset(part: readonly string[] = [], whole: readonly string[] = []): void {
  assert.deepEqual(
    part.filter((item) => !whole.includes(item)),
    [],
  );
}
