import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SERVICE_ALIASES, servicePrefixForAlias } from '../../server/src/iam/service-alias.ts';
import { realCatalogue } from '../catalogue/compiler.ts';

describe('servicePrefixForAlias', () => {
  test('gives the prefix for what people, SDKs and CloudTrail call a service', () => {
    assert.equal(servicePrefixForAlias('CloudWatchLogs'), 'logs');
    assert.equal(servicePrefixForAlias('elbv2'), 'elasticloadbalancing');
    assert.equal(servicePrefixForAlias('stepfunctions'), 'states');
    assert.equal(servicePrefixForAlias('monitoring'), 'cloudwatch');
  });

  test('knows nothing else', () => {
    assert.equal(servicePrefixForAlias('s3'), undefined);
    assert.equal(servicePrefixForAlias('toString'), undefined);
  });

  test('stands for prefixes that exist, by names that are none, each once', () => {
    const aliases = Object.values(SERVICE_ALIASES).flat();
    assert.deepEqual(
      Object.keys(SERVICE_ALIASES).filter((prefix) => !realCatalogue().service(prefix)),
      [],
    );
    assert.deepEqual(
      aliases.filter((alias) => realCatalogue().service(alias) || alias !== alias.toLowerCase()),
      [],
    );
    assert.equal(new Set(aliases).size, aliases.length);
  });
});
