import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver-protocol';
import { type LanguageServer, RICH_CLIENT, startLanguageServer } from '../support/language-server.ts';

const URI = 'file:///work/wide.json';
const TEXT =
  '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "sns:*", "Resource": "*" }] }';

/** What is offered in the middle of a text of the policy. */
async function offered(server: LanguageServer, at: string, only?: readonly string[]): Promise<CodeAction[]> {
  const position = server.position(TEXT, TEXT.indexOf(at) + 1);
  return server.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri: URI },
    range: { start: position, end: position },
    context: { diagnostics: [], ...(only ? { only } : {}) },
  });
}

const LAZY_CLIENT = {
  ...RICH_CLIENT,
  textDocument: {
    ...RICH_CLIENT.textDocument,
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
};

describe('refactorings over stdio', () => {
  let lazy: LanguageServer;
  let plain: LanguageServer;
  before(async () => {
    lazy = await startLanguageServer({ capabilities: LAZY_CLIENT });
    plain = await startLanguageServer();
    await Promise.all([lazy.open(URI, TEXT), plain.open(URI, TEXT)]);
  });
  after(() => Promise.all([lazy.stop(), plain.stop()]));

  test('come with their edits for a client that resolves nothing', async () => {
    const actions = await offered(plain, 'sns:*', ['refactor.rewrite']);
    assert.ok(actions.length >= 3, `${actions.length}`);
    for (const { kind, edit } of actions) {
      assert.match(kind ?? '', /^refactor\.rewrite\./);
      assert.ok(edit?.changes?.[URI]);
    }
  });

  test('are computed for a client that resolves them when one is picked', async () => {
    const actions = await offered(lazy, 'sns:*', ['refactor.rewrite.narrow']);
    const action = actions.find(({ title }) => title.startsWith('Exclude'));
    assert.ok(action && !action.edit);
    const resolved: CodeAction = await lazy.connection.sendRequest('codeAction/resolve', action);
    const [edit] = resolved.edit?.changes?.[URI] ?? [];
    assert.match(edit?.newText ?? '', /sns:Publish/);
    assert.doesNotMatch(edit?.newText ?? '', /sns:(Delete|Remove|AddPermission)/);
  });

  test('are there where only refactorings are asked for, even if a quick fix has the same title', async () => {
    const all = (await offered(plain, 'sns:*')).map(({ title, kind }) => `${kind} ${title}`);
    const fix = all.find((entry) => entry.startsWith('quickfix Narrow to'));
    assert.ok(fix, all.join('\n'));
    const title = fix.slice('quickfix '.length);
    assert.equal(all.filter((entry) => entry.endsWith(title)).length, 1);
    const rewrites = await offered(lazy, 'sns:*', ['refactor.rewrite']);
    const own = rewrites.find((action) => action.title === title);
    assert.ok(own, title);
    const resolved: CodeAction = await lazy.connection.sendRequest('codeAction/resolve', own);
    assert.ok(resolved.edit);
  });

  test('resolve to snippets where they are some', async () => {
    const actions = await offered(lazy, '"Effect"', ['refactor.rewrite.guard']);
    const action = actions.find(({ title }) => title.startsWith('Require MFA'));
    const resolved: CodeAction = await lazy.connection.sendRequest('codeAction/resolve', action);
    const [change] = (resolved.edit?.documentChanges ?? []) as readonly TextDocumentEdit[];
    const [edit] = change?.edits ?? [];
    assert.match(JSON.stringify(edit), /aws:MultiFactorAuthPresent.*\$\{1:true\}/);
  });

  test('resolve to nothing once the document has changed', async () => {
    const [action] = await offered(lazy, '"Effect"', ['refactor.rewrite.guard']);
    await lazy.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ text: TEXT.replace('sns', 'sqs') }],
    });
    const resolved: CodeAction = await lazy.connection.sendRequest('codeAction/resolve', action);
    assert.equal(resolved.edit, undefined);
  });
});
