import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { elementsOf } from '../../server/src/rules/elements-of.ts';
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
    const wrong: string[] = [];
    for (const rule of RULES) {
      const elements = rule.scope === 'statement' ? elementsOf(rule) : undefined;
      if (!elements) continue;
      const names = elements.flatMap((element) => NAMES[element]);
      for (const { bad, policyType } of rule.examples) {
        const text = without(names, exampleDocument(bad));
        if (text === undefined) continue;
        count++;
        const found = findings(rule, text, policyType ? { policyType } : {});
        if (found.length > 0) wrong.push(`${rule.id}: ${text}`);
      }
    }
    assert.deepEqual(wrong, []);
    assert.ok(count > 100, `only ${count} examples were tried`);
  });
});
