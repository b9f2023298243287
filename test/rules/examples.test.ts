import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../server/src/base/text-edit.ts';
import { plainEdits } from '../../server/src/rules/plain-edits.ts';
import { RULES } from '../../server/src/rules/registry.generated.ts';
import type { Example } from '../../server/src/rules/rule.ts';
import { type CheckOptions, findings } from '../support/check.ts';
import { exampleDocument } from '../support/example-document.ts';

describe('rule examples', () => {
  for (const rule of RULES) {
    for (const [index, example] of rule.examples.entries()) {
      test(`${rule.id}, example ${index + 1}`, () => {
        const bad = exampleDocument(example.bad);
        const good = exampleDocument(example.good);
        const found = findings(rule, bad, options(example));
        assert.deepEqual(
          found.map(({ rule: { id } }) => id),
          [rule.id],
          'the bad example must have exactly one finding',
        );
        assert.deepEqual(
          findings(rule, good, options(example)).map(({ message }) => message),
          [],
          'the good example must have no finding',
        );
        if (rule.noFix) return;
        const [fix] = found[0]?.fixes() ?? [];
        assert.ok(fix, 'the finding has no fix, and the rule does not say why');
        assert.equal(applyEdits(bad, plainEdits(fix)), good);
      });
    }
  }

  test('every summary is short and without a full stop', () => {
    for (const { id, summary } of RULES) assert.match(summary, /^.{5,60}(?<!\.)$/, id);
  });

  test('every message is one or two sentences, the first within 90 characters', () => {
    for (const rule of RULES) {
      for (const example of rule.examples) {
        for (const { message } of findings(rule, exampleDocument(example.bad), options(example))) {
          assert.match(message, /^[A-Z"'].*\.$|^[a-z0-9-]+ .*\.$/, rule.id);
          assert.ok((message.split(/\. /)[0] ?? '').length <= 90, `${rule.id}: ${message}`);
        }
      }
    }
  });
});

function options({ policyType, trustedAccounts }: Example): CheckOptions {
  return { ...(policyType ? { policyType } : {}), ...(trustedAccounts ? { trustedAccounts } : {}) };
}
