import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readConfig } from '../../server/src/config/read-config.ts';
import { LEVELS } from '../../server/src/rules/rule.ts';

for (const page of ['docs/configuration.md', 'README.md']) {
  test(`the configuration in ${page} has no mistake`, () => {
    const text = readFileSync(page, 'utf8');
    const example = [...text.matchAll(/```jsonc\n([\s\S]*?)```/g)].find(([, block]) =>
      block?.includes('"extends"'),
    );
    const { config, problems } = readConfig(example?.[1] ?? '', '2026-01-01');
    assert.deepEqual(problems, []);
    assert.ok(config.overrides.length > 0 && config.rules.size > 0);
  });
}

test('the schema knows every key and every level', () => {
  const schema = JSON.parse(readFileSync('schemas/config.schema.json', 'utf8'));
  const { problems } = readConfig(
    JSON.stringify(
      Object.fromEntries(Object.keys(schema.properties).map((key) => [key, key === 'overrides' ? [] : {}])),
    ),
    undefined,
  );
  assert.deepEqual(
    problems.filter(({ message }) => message.startsWith('A configuration knows no')),
    [],
  );
  const override = Object.keys(schema.properties.overrides.items.properties);
  assert.deepEqual(override, ['files', 'statements', 'rules', 'reason', 'until']);
  assert.deepEqual(schema.definitions.level.enum, LEVELS);
});
