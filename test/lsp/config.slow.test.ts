import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CodeAction, CreateFile, TextDocumentEdit, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readConfig } from '../../server/src/config/read-config.ts';
import type { StatusResult } from '../../server/src/lsp/protocol.ts';
import { type LanguageServer, RICH_CLIENT, startLanguageServer } from '../support/language-server.ts';

const TYPO = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "Read", "Effect": "Allow", "Action": "s3:GetObjcet", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" }
  ]
}
`;

const CLIENT = {
  ...RICH_CLIENT,
  workspace: {
    ...RICH_CLIENT.workspace,
    workspaceEdit: { snippetEditSupport: true, documentChanges: true, resourceOperations: ['create'] },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
  },
};

let root = '';
before(() => {
  root = mkdtempSync(join(tmpdir(), 'leastwise lsp '));
});
after(() => rmSync(root, { recursive: true }));

function write(path: string, content: object | string): string {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
  return uriOf(path);
}

const uriOf = (path: string): string => pathToFileURL(join(root, path)).href;

async function actionsAt(server: LanguageServer, uri: string, text: string, at: string) {
  const { items } = await server.pull(uri);
  const position = server.position(text, text.indexOf(at) + 1);
  const actions: CodeAction[] = await server.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: position, end: position },
    context: { diagnostics: items },
  });
  return actions;
}

/** What the edits of a document make of its text. */
function applied(text: string, edits: readonly unknown[] = []): string {
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits as TextEdit[]);
}

describe('configuration files over stdio', () => {
  let server: LanguageServer;
  before(async () => {
    server = await startLanguageServer({ capabilities: CLIENT, folders: [uriOf('ws'), uriOf('other')] });
  });
  after(() => server.stop());

  const severity = async (uri: string) => (await server.pull(uri)).items.map((item) => item.severity);
  const watchedChange = (uri: string) =>
    server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });

  test('hold from the first diagnostics on, the nearest one within the workspace folder', async () => {
    write('leastwise.json', { rules: { 'unknown-action': 'off' } });
    write('ws/near/leastwise.jsonc', '{ /* x */ "rules": { "unknown-action": "hint" } }');
    const [far, near] = [write('ws/a.json', TYPO), write('ws/near/deep/b.json', TYPO)];
    await server.open(far, TYPO);
    await server.open(near, TYPO);
    assert.deepEqual([await severity(far), await severity(near)], [[1], [4]]);
  });

  test('are read again when the editor says that they have changed, what they extend included', async () => {
    const uri = write('ws/ext/a.json', TYPO);
    const base = write('ws/ext/base.json', { rules: { 'unknown-action': 'warning' } });
    const config = write('ws/ext/leastwise.json', { extends: './base.json' });
    await server.open(uri, TYPO);
    assert.deepEqual(await severity(uri), [2]);
    write('ws/ext/base.json', { rules: { 'unknown-action': 'information' } });
    await watchedChange(base);
    assert.deepEqual(await severity(uri), [3]);
    write('ws/ext/leastwise.json', {});
    await watchedChange(config);
    assert.deepEqual(await severity(uri), [1]);
    const watchers = JSON.stringify(server.registrations);
    assert.match(watchers, /\*\*\/leastwise\.\{json,jsonc\}/);
    assert.match(watchers, /\*\*\/base\.json/);
  });

  test('hold as they stand in the editor, before they are saved', async () => {
    const uri = write('ws/live/a.json', TYPO);
    const config = uriOf('ws/live/leastwise.json');
    await server.open(uri, TYPO);
    assert.deepEqual(await severity(uri), [1]);
    await server.open(config, '{ "rules": { "unknown-action": "hint" } }', 'jsonc');
    assert.deepEqual(await severity(uri), [4]);
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri: config } });
    assert.deepEqual(await severity(uri), [1]);
  });

  test('have diagnostics and repairs of their own', async () => {
    const text = '{\n  "extends": "./none.json",\n  "rules": { "unknown-acton": "hint" }\n}';
    const uri = write('ws/wrong/leastwise.json', text);
    await server.open(uri, text, 'jsonc');
    const { items } = await server.pull(uri);
    assert.deepEqual(
      items.map(({ message, severity: level, source, range }) => [level, source, range.start.line, message]),
      [
        [1, 'leastwise', 1, 'There is no file "./none.json" here.'],
        [1, 'leastwise', 2, 'There is no rule "unknown-acton".'],
      ],
    );
    const actions = await actionsAt(server, uri, text, 'unknown-acton');
    assert.equal(actions[0]?.title, 'Change to "unknown-action"');
    assert.equal(actions[0]?.diagnostics?.length, 1);
    assert.match(applied(text, actions[0]?.edit?.changes?.[uri]), /"unknown-action": "hint"/);
  });

  test('take a statement by a quick fix that is neither preferred nor first, into the nearest one', async () => {
    const text = '{\n  "rules": {}\n}\n';
    const config = write('ws/fix/leastwise.json', text);
    const uri = write('ws/fix/sub dir/a.json', TYPO);
    await server.open(uri, TYPO);
    const actions = await actionsAt(server, uri, TYPO, 'GetObjcet');
    const action = actions.find(({ kind }) => kind === 'quickfix.suppress');
    assert.equal(action?.title, 'Suppress unknown-action for statement "Read" in leastwise.json…');
    assert.equal(action.isPreferred, undefined);
    assert.equal(actions[0]?.title, 'Change to "s3:GetObject"');
    assert.equal(action.diagnostics?.length, 1);
    const after = applied(text, action.edit?.changes?.[config]);
    const [override] = readConfig(after, undefined).config.overrides;
    assert.deepEqual(override?.files, ['sub dir/a.json']);

    await server.open(config, after, 'jsonc');
    assert.deepEqual(await severity(uri), []);
  });

  test('are made by the quick fix where there is none, at the root of the workspace folder', async () => {
    const uri = write('other/deep/a.json', TYPO);
    await server.open(uri, TYPO);
    const actions = await actionsAt(server, uri, TYPO, 'GetObjcet');
    const action = actions.find(({ kind }) => kind === 'quickfix.suppress');
    const [create, change] = action?.edit?.documentChanges ?? [];
    const made = uriOf('other/leastwise.json');
    assert.deepEqual([(create as CreateFile).kind, (create as CreateFile).uri], ['create', made]);
    const text = applied('', (change as TextDocumentEdit).edits);
    write('other/leastwise.json', text);
    await watchedChange(made);
    assert.deepEqual(await severity(uri), []);
    const fixAll: CodeAction[] = await server.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    assert.deepEqual(fixAll, []);
  });

  test('a comment suppresses only where JSON has comments', async () => {
    const uri = write('ws/comment/a.jsonc', TYPO);
    await server.open(uri, TYPO, 'jsonc');
    const actions = await actionsAt(server, uri, TYPO, 'GetObjcet');
    const action = actions.find(({ title }) => title === 'Suppress unknown-action with a comment');
    assert.equal(action?.kind, 'quickfix.suppress');
    const [change] = (action?.edit?.documentChanges ?? []) as readonly TextDocumentEdit[];
    const [edit] = (change?.edits ?? []) as unknown as readonly { snippet: { value: string } }[];
    assert.equal(edit?.snippet.value, '    // leastwise-disable-next-line unknown-action -- ${1:reason}\n');
    const plain = write('ws/comment/a.json', TYPO);
    await server.open(plain, TYPO);
    const others = await actionsAt(server, plain, TYPO, 'GetObjcet');
    assert.ok(others.every(({ title }) => !title.endsWith('with a comment')));
  });

  test('findings of the baseline are hints', async () => {
    const uri = write('ws/base/sub/a.json', TYPO);
    const entry = {
      rule: 'unknown-action',
      statement: 'Read',
      at: 'Statement/Action',
      value: 's3:GetObjcet',
    };
    write('ws/base/known.json', { files: { 'sub/a.json': [entry] } });
    write('ws/base/leastwise.json', { baseline: 'known.json' });
    await server.open(uri, TYPO);
    assert.deepEqual(await severity(uri), [4]);
  });

  test('decide the policy type, and say so in the status', async () => {
    const uri = write('ws/types/scp/a.json', TYPO);
    write('ws/types/leastwise.json', { policyType: { 'scp/**': 'scp' } });
    await server.open(uri, TYPO);
    await server.pull(uri);
    const status: StatusResult = await server.connection.sendRequest('leastwise/status', { uri });
    assert.equal(status.policies[0]?.policyType, 'scp');
    assert.equal(status.config, uriOf('ws/types/leastwise.json'));
  });
});

describe('settings of folders', () => {
  test('hold in their folder, and a preset chooses rules', async () => {
    const folders = [uriOf('one'), uriOf('two')];
    const server = await startLanguageServer({
      capabilities: CLIENT,
      folders,
      settings: (scope) =>
        scope === folders[1] ? { preset: 'syntax-only' } : { rules: { 'unknown-action': 'hint' } },
    });
    const uris = ['one/a.json', 'two/a.json', 'elsewhere.json'].map((path) => write(path, TYPO));
    for (const uri of uris) await server.open(uri, TYPO);
    // The settings arrive after the first answer; an editor is then told to ask again.
    await server.pull(uris[0] ?? '');
    const found = [];
    for (const uri of uris) found.push((await server.pull(uri)).items.map((item) => item.severity));
    await server.stop();
    assert.deepEqual(found, [[4], [], []]);
  });

  test('reach a client that can do little by what it sends', async () => {
    const server = await startLanguageServer();
    const uri = write('plain/a.json', TYPO);
    write('plain/leastwise.json', { rules: { 'unknown-action': 'hint' } });
    const published = server.published(uri);
    await server.open(uri, TYPO);
    assert.deepEqual(
      (await published).map(({ severity }) => severity),
      [4],
    );
    await server.stop();
  });
});
