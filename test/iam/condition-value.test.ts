import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { findConditionKey } from '../../server/src/catalogue/find-condition-key.ts';
import { openCatalogue } from '../../server/src/catalogue/open-catalogue.ts';
import { CONDITION_VALUE_KEYS } from '../../server/src/iam/condition-value.ts';
import { CONDITION_KIND_KEYS } from '../../server/src/iam/condition-value-kind.ts';

describe('keys whose values are known', () => {
  const catalogue = openCatalogue(readFileSync('server/data/catalogue.dat'));

  for (const key of [...CONDITION_VALUE_KEYS, ...CONDITION_KIND_KEYS]) {
    test(`${key} exists`, () => assert.ok(findConditionKey(key, catalogue), key));
  }
});
