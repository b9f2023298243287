import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../server/src/base/text-edit.ts';
import { readConfig } from '../../server/src/config/read-config.ts';

const TODAY = '2026-11-22';

/** Each problem as `severity: message @ text`. */
function problems(text: string): readonly string[] {
  return readConfig(text, TODAY).problems.map(
    ({ severity, message, range }) => `${severity}: ${message} @ ${text.slice(range.start, range.end)}`,
  );
}

function fixed(text: string): string {
  const [fix] = readConfig(text, TODAY).problems[0]?.fixes ?? [];
  return applyEdits(text, fix?.edits ?? []);
}

const override = (members: string): string => `{ "overrides": [{ ${members} }] }`;

describe('reading a configuration', () => {
  test('takes everything that is right', () => {
    const text = `{
      // as everywhere
      "$schema": "x", "extends": ["strict", "./base.json"], "baseline": "known.json",
      "policyType": { "scp/**": "scp", "*.json": "auto" },
      "trustedAccounts": ["111122223333", "444455556666"],
      "rules": { "resource-star": "hint" },
      "overrides": [{
        "files": "ci/*.json", "statements": ["Deploy", "#0"], "rules": { "resource-star": "off" },
        "reason": "one role per branch", "until": "2026-11-22"
      }]
    }`;
    const { config, problems: found } = readConfig(text, TODAY);
    assert.deepEqual(found, []);
    assert.deepEqual(
      config.extends.map(({ value }) => value),
      ['strict', './base.json'],
    );
    assert.deepEqual([...config.rules], [['resource-star', 'hint']]);
    assert.deepEqual(config.policyTypes, [
      { files: 'scp/**', policyType: 'scp' },
      { files: '*.json', policyType: 'auto' },
    ]);
    assert.deepEqual(config.trustedAccounts, ['111122223333', '444455556666']);
    assert.equal(config.baseline?.value, 'known.json');
    const [only] = config.overrides;
    assert.deepEqual(only?.files, ['ci/*.json']);
    assert.deepEqual(
      only?.statements?.map(({ value }) => value),
      ['Deploy', '#0'],
    );
    assert.equal(only?.until, TODAY);
  });

  test('says which rule was perhaps meant', () => {
    const text = '{ "rules": { "resourc-star": "off" } }';
    assert.deepEqual(problems(text), ['error: There is no rule "resourc-star". @ "resourc-star"']);
    assert.equal(fixed(text), '{ "rules": { "resource-star": "off" } }');
  });

  test('says which severities there are', () => {
    const text = '{ "rules": { "resource-star": "warn" } }';
    assert.deepEqual(problems(text), [
      'error: "warn" is none of error, warning, information, hint, off. @ "warn"',
    ]);
    assert.equal(fixed(text), '{ "rules": { "resource-star": "warning" } }');
    assert.deepEqual([...readConfig(text, TODAY).config.rules], []);
  });

  test('says which keys and policy types there are', () => {
    assert.equal(fixed('{ "rule": {} }'), '{ "rules": {} }');
    assert.equal(fixed('{ "policyType": "scps" }'), '{ "policyType": "scp" }');
    assert.equal(fixed(override('"file": "a", "rules": {}')), override('"files": "a", "rules": {}'));
  });

  test('finds values of the wrong type', () =>
    assert.deepEqual(problems('{ "rules": ["resource-star"], "extends": 1, "overrides": {} }'), [
      'error: A string is expected here, not a number. @ 1',
      'error: An object with rules is expected here, not an array. @ ["resource-star"]',
      'error: A list of overrides is expected here, not an object. @ {}',
    ]));

  test('says which accounts are none', () => {
    const text = '{ "trustedAccounts": ["1111-2222-3333", "444455556666", 111122223333] }';
    assert.deepEqual(problems(text), [
      'error: A string is expected here, not a number. @ 111122223333',
      'error: "1111-2222-3333" is no account id; it must have 12 digits. @ "1111-2222-3333"',
    ]);
    assert.deepEqual(readConfig(text, TODAY).config.trustedAccounts, ['444455556666']);
  });

  test('reads on behind a syntax error', () => {
    const { config, problems: found } = readConfig('{ "rules": { "resource-star": "off" }', TODAY);
    assert.deepEqual([...config.rules], [['resource-star', 'off']]);
    assert.deepEqual(
      found.map(({ kind }) => kind),
      ['syntax'],
    );
  });

  test('never throws', () => {
    for (const text of [
      '',
      '[',
      '[]',
      '"x"',
      'null',
      '{ "overrides": [null, {}] }',
      '{ "policyType": [] }',
      '{ "rules": { "resource-star": "constructor", "__proto__": "off" } }',
    ]) {
      assert.ok(readConfig(text, TODAY).problems.length > 0, text);
    }
  });
});

describe('overrides', () => {
  test('need a reason where they switch off', () => {
    assert.deepEqual(problems(override('"files": "a", "rules": { "resource-star": "off" }, "reason": " "')), [
      'hint: This override switches a rule off without saying why. @ "files"',
    ]);
    assert.deepEqual(problems(override('"files": "a", "rules": { "resource-star": "hint" }')), []);
  });

  test('that have expired are reported, and can be removed', () => {
    const text = override('"rules": { "resource-star": "off" }, "reason": "x", "until": "2026-11-21"');
    assert.deepEqual(problems(text), [
      'warning: This override has expired on 2026-11-21, so it has no effect. @ "2026-11-21"',
    ]);
    assert.equal(fixed(text), '{ "overrides": [] }');
  });

  test('with a day that is none hold for nothing', () => {
    const text = override('"rules": { "resource-star": "off" }, "reason": "x", "until": "soon"');
    assert.deepEqual(problems(text), ['error: A day is expected here, as in "2027-03-31". @ "soon"']);
    assert.deepEqual(readConfig(text, TODAY).config.overrides, []);
  });

  test('for statements that cannot be read hold for nothing, not for everything', () => {
    const text = override('"statements": [3], "rules": { "resource-star": "hint" }');
    assert.equal(problems(text).length, 1);
    assert.deepEqual(readConfig(text, TODAY).config.overrides, []);
  });

  test('change some rule', () =>
    assert.deepEqual(problems(override('"files": "a"')), [
      'error: This override changes no rule. @ "files"',
    ]));
});
