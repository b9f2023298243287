import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { openCatalogue } from '../../server/src/catalogue/open-catalogue.ts';
import { RETIRED_SERVICES, retiredService } from '../../server/src/iam/retired-service.ts';
import { servicePrefixForAlias } from '../../server/src/iam/service-alias.ts';

describe('retiredService', () => {
  test('ignores case', () => assert.equal(retiredService('DeepRacer')?.name, 'AWS DeepRacer'));

  test('knows no service that AWS still documents, and no other name of one', () => {
    const catalogue = openCatalogue(readFileSync('server/data/catalogue.dat'));
    for (const { prefix } of RETIRED_SERVICES) {
      assert.equal(catalogue.service(prefix), undefined, prefix);
      assert.equal(servicePrefixForAlias(prefix), undefined, prefix);
    }
  });
});
