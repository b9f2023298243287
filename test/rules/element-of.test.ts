import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { elementOf } from '../../server/src/rules/element-of.ts';
import { RULES } from '../../server/src/rules/registry.generated.ts';
import { findings } from '../support/check.ts';
import { exampleDocument } from '../support/example-document.ts';

const NAMES = {
  action: ['Action', 'NotAction'],
  condition: ['Condition'],
  principal: ['Principal', 'NotPrincipal'],
  resource: ['Resource', 'NotResource'],
};

/** The document without some elements in its statements; undefined for a text that is no JSON. */
function without(names: readonly string[], text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text, (key, value) => (names.includes(key) ? undefined : value)));
  } catch {
    return undefined;
  }
}

describe('a rule in the folder of an element', () => {
  test('has nothing to say of statements without it', () => {
    let count = 0;
    for (const rule of RULES) {
      const element = elementOf(rule);
      if (!element || rule.scope !== 'statement') continue;
      for (const { bad, policyType } of rule.examples) {
        const text = without(NAMES[element], exampleDocument(bad));
        if (text === undefined) continue;
        count++;
        const found = findings(rule, text, policyType ? { policyType } : {});
        assert.deepEqual(found, [], `${rule.id}: ${text}`);
      }
    }
    assert.ok(count > 100, `only ${count} examples were tried`);
  });
});
