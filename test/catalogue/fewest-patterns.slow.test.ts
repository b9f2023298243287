import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { expandActionPattern } from '../../server/src/catalogue/action-pattern.ts';
import { ACCESS_LEVELS } from '../../server/src/catalogue/catalogue.ts';
import { fewestPatterns } from '../../server/src/catalogue/fewest-patterns.ts';
import { realCatalogue } from './compiler.ts';

describe('fewestPatterns on the real data', () => {
  const catalogue = realCatalogue();
  const sets = catalogue.servicePrefixes().flatMap((prefix) => {
    const service = catalogue.service(prefix);
    const names = service?.actionNames() ?? [];
    return ACCESS_LEVELS.map((level) =>
      names.filter((_, i) => service?.accessLevelAt(i) === level).map((name) => `${prefix}:${name}`),
    ).filter((set) => set.length > 0);
  });

  test('matches exactly the actions of each level of each service', () => {
    for (const names of sets) {
      const patterns = fewestPatterns(catalogue, names);
      const matched = new Set(patterns.flatMap((pattern) => expandActionPattern(catalogue, pattern)));
      assert.deepEqual([...matched].sort(), [...names].sort());
    }
  });

  test('needs less than two fifths of the entries', () => {
    const entries = sets.reduce((sum, names) => sum + names.length, 0);
    const patterns = sets.reduce((sum, names) => sum + fewestPatterns(catalogue, names).length, 0);
    assert.ok(patterns * 5 < entries * 2, `${patterns} of ${entries}`);
  });
});
