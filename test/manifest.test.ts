import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { POLICY_TYPES } from '../server/src/iam/policy-type.ts';

const text = readFileSync('package.json', 'utf8');
const { contributes } = JSON.parse(text);

test('every text of the manifest is in package.nls.json, and nothing else is', () => {
  const used = [...text.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key);
  const defined = Object.keys(JSON.parse(readFileSync('package.nls.json', 'utf8')));
  assert.deepEqual(new Set(used), new Set(defined));
});

test('the setting of the policy type offers every policy type', () => {
  const [single, map] = contributes.configuration.properties['leastwise.policyType'].anyOf;
  const expected = new Set(['auto', ...POLICY_TYPES]);
  assert.deepEqual(new Set(single.enum), expected);
  assert.deepEqual(new Set(map.additionalProperties.enum), expected);
});

test('every file that the manifest contributes exists', () => {
  const paths = [...text.matchAll(/"(\.\/(?!dist\/)[^"*]+\.\w+)"/g)].map(([, path]) => path ?? '');
  assert.ok(paths.length > 5);
  assert.deepEqual(
    paths.filter((path) => !existsSync(path)),
    [],
  );
});
