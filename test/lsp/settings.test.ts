import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readSettings } from '../../server/src/lsp/settings.ts';

describe('readSettings', () => {
  test('reads the names of accounts', () =>
    assert.deepEqual(
      [...readSettings({ accounts: { '111122223333': 'production', '444455556666': 7 } }).accountNames],
      [['111122223333', 'production']],
    ));

  test('has a default for whatever is missing or of the wrong type', () => {
    for (const section of [
      undefined,
      null,
      3,
      [],
      { accounts: [], rules: 'off', hover: null, policyType: 4 },
    ]) {
      const settings = readSettings(section);
      assert.deepEqual([...settings.accountNames], []);
      assert.equal(settings.enable, true);
      assert.equal(settings.evaluationOrder, true);
      assert.equal(settings.policyTypeOf('/a.json'), undefined);
    }
  });
});
