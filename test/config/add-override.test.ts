import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addOverride } from '../../server/src/config/add-override.ts';
import { readConfig } from '../../server/src/config/read-config.ts';

const OVERRIDE = { file: 'ci/deploy.json', statement: 'Deploy', ruleId: 'resource-star' };

/** The configuration afterwards, with `$0` where the reason is to be written. */
function added(text: string | undefined, override = OVERRIDE): string | undefined {
  const edit = addOverride(text, override);
  return edit && `${edit.newText.slice(0, edit.reason.start)}$0${edit.newText.slice(edit.reason.end)}`;
}

describe('writing an override', () => {
  test('makes a configuration where there is none', () => {
    assert.equal(
      added(undefined),
      `{
  "overrides": [
    {
      "files": ["ci/deploy.json"],
      "statements": ["Deploy"],
      "rules": { "resource-star": "off" },
      "reason": "$0"
    }
  ]
}
`,
    );
  });

  test('keeps comments, layout and line ends of the one that is there', () => {
    const text = '{\r\n\t// mine\r\n\t"rules": {}, "overrides": [\r\n\t\t{ "rules": {} }\r\n\t]\r\n}\r\n';
    const after = added(text) ?? '';
    assert.ok(
      after.startsWith('{\r\n\t// mine\r\n\t"rules": {}, "overrides": [\r\n\t\t{ "rules": {} },\r\n\t\t{'),
    );
    assert.doesNotMatch(after, /[^\r]\n/);
    assert.equal(readConfig(after, undefined).config.overrides.length, 2);
  });

  test('adds the list where it is missing, and fills an empty one', () => {
    for (const text of ['{}', '{ "rules": {} }', '{ "overrides": [] }']) {
      const { config, problems } = readConfig((added(text) ?? '').replace('$0', 'why'), undefined);
      assert.deepEqual(problems, [], text);
      assert.deepEqual(config.overrides[0]?.files, ['ci/deploy.json']);
    }
  });

  test('names only this file, whatever characters it has', () => {
    const files = (file: string) =>
      readConfig(addOverride('{}', { ...OVERRIDE, file })?.newText ?? '', undefined).config.overrides[0]
        ?.files;
    assert.deepEqual(files('a.json'), ['/a.json']);
    assert.deepEqual(files('x/[a].json'), ['x/\\[a\\].json']);
  });

  test('leaves a configuration alone that cannot be read', () => {
    for (const text of ['', '[]', '{ "overrides": {} }', '{ "rules": ']) assert.equal(added(text), undefined);
  });
});
