import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { actionChoices, serviceChoices } from '../../server/src/lsp/policy-generator.ts';
import { realCatalogue } from '../catalogue/compiler.ts';

const catalogue = realCatalogue();

describe('what the wizard offers', () => {
  test('counts of each access level the actions that the policy will have', () => {
    const choices = new Map(serviceChoices(catalogue).map((choice) => [choice.prefix, choice]));
    const counts = choices.get('elasticfilesystem')?.accessLevels ?? [];
    assert.equal(counts.find(({ level }) => level === 'Tagging')?.count, 2);
    const empty = [...choices.values()].filter(({ accessLevels }) => accessLevels.length === 0);
    assert.deepEqual(empty, []);
  });

  test('marks single actions that are deprecated, each service in the order of its levels', () => {
    const choices = actionChoices(catalogue, ['elasticfilesystem', 'unknown']);
    const tagging = choices.filter(({ level }) => level === 'Tagging');
    assert.deepEqual(
      tagging.map(({ name, isDeprecated }) => `${name} ${isDeprecated}`),
      ['CreateTags true', 'DeleteTags true', 'TagResource false', 'UntagResource false'],
    );
    assert.equal(choices[0]?.level, 'List');
  });
});
