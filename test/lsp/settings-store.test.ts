import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { settingsStore } from '../../server/src/lsp/settings-store.ts';

const preset = (name: string): object => ({ preset: name });

describe('settings by folder', () => {
  const store = settingsStore();
  store.setFolders(['file:///w/outer', 'file:///w/outer/inner%20one/']);
  assert.deepEqual(
    store.scopes().map(({ scopeUri }) => scopeUri),
    [undefined, 'file:///w/outer', 'file:///w/outer/inner%20one/'],
  );
  store.apply([preset('recommended'), preset('strict'), preset('syntax-only')]);
  const presetOf = (location: string): string => store.of(location).choice.preset;

  test('are those of the innermost folder, and of the window outside', () => {
    assert.equal(presetOf('file:///w/outer/a.json'), 'strict');
    assert.equal(presetOf('file:///w/outer/inner one/b/a.json'), 'syntax-only');
    assert.equal(presetOf('file:///w/outermost/a.json'), 'recommended');
  });

  test('of a document that lies nowhere yet are those of the first folder', () =>
    assert.equal(presetOf('untitled:Untitled-1'), 'strict'));

  test('are news only where something has changed', () => {
    assert.equal(store.apply([preset('recommended'), preset('strict'), preset('syntax-only')]), false);
    assert.equal(store.apply([preset('strict'), preset('strict'), preset('syntax-only')]), true);
  });

  test('are those of the window where a client sends only these', () => {
    store.apply([preset('syntax-only')]);
    assert.equal(presetOf('file:///w/outer/a.json'), 'syntax-only');
  });
});
