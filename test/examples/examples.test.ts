import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { readPolicies } from '../../server/src/policy/read-policies.ts';
import { allFindings } from '../support/all-findings.ts';

const PERFECT = 's3-bucket-access.iam.json';

for (const name of readdirSync('examples').filter((file) => file.endsWith('.json'))) {
  const text = readFileSync(`examples/${name}`, 'utf8');

  describe(`example ${name}`, () => {
    test('is strict JSON with one policy and is listed in the README', () => {
      assert.doesNotThrow(() => JSON.parse(text));
      assert.equal(readPolicies(text, { fileName: name }).policies.length, 1);
      assert.match(readFileSync('examples/README.md', 'utf8'), new RegExp(`\\(${name}\\)`));
    });
  });
}

test('the example of a good policy is good', () => {
  const text = readFileSync(`examples/${PERFECT}`, 'utf8');
  assert.deepEqual(allFindings(text, { fileName: PERFECT }), []);
});
