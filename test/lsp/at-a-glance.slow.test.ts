import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type {
  CodeAction,
  CodeLens,
  DocumentLink,
  DocumentSymbol,
  InlayHint,
  Range,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { type LanguageServer, RICH_CLIENT, startLanguageServer } from '../support/language-server.ts';

const URI = 'file:///work/glance.json';
const TEXT = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Read",
      "Effect": "Allow",
      "Action": ["s3:ListBucket", "s3:GetObj*"],
      "Resource": ["arn:aws:s3:::logs", "arn:aws:s3:::logs/*"]
    }
  ]
}
`;
const textDocument = { uri: URI };

describe('at a glance', () => {
  let server: LanguageServer;
  const ask = <T>(method: string, params: object = {}): Promise<T> =>
    server.connection.sendRequest(method, { textDocument, ...params });
  const at = (part: string) => server.position(TEXT, TEXT.indexOf(part));
  const whole: Range = { start: { line: 0, character: 0 }, end: { line: 11, character: 0 } };

  before(async () => {
    server = await startLanguageServer({
      capabilities: {
        ...RICH_CLIENT,
        textDocument: {
          ...RICH_CLIENT.textDocument,
          rename: { prepareSupport: true },
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        },
      },
    });
    await server.open(URI, TEXT);
  });
  after(() => server.stop());

  test('inlay hints stand behind wildcards; their tooltip comes when it is asked for', async () => {
    const [hint, ...others] = await ask<InlayHint[]>('textDocument/inlayHint', { range: whole });
    assert.ok(hint);
    assert.deepEqual(others, []);
    assert.match(String(hint.label), /^⟨\d+⟩$/);
    assert.deepEqual(hint.position, { line: 6, character: TEXT.split('\n')[6]?.indexOf(']') });
    assert.equal(hint.tooltip, undefined);
    const resolved: InlayHint = await server.connection.sendRequest('inlayHint/resolve', hint);
    assert.match((resolved.tooltip as { value: string }).value, /`s3:GetObj\*` matches \*\*\d+ actions\*\*/);
    const line: Range = { start: { line: 7, character: 0 }, end: { line: 8, character: 0 } };
    assert.deepEqual(await ask('textDocument/inlayHint', { range: line }), []);
  });

  test('code lenses get their words and their command when they are shown', async () => {
    const lenses = await ask<CodeLens[]>('textDocument/codeLens');
    assert.deepEqual(
      lenses.map(({ range, command }) => [range.start.line, command]),
      [
        [0, undefined],
        [3, undefined],
      ],
    );
    const resolved = await Promise.all(
      lenses.map((lens) => server.connection.sendRequest<CodeLens>('codeLens/resolve', lens)),
    );
    assert.match(resolved[0]?.command?.title ?? '', /^\d+ of 6,144 characters$/);
    assert.match(resolved[1]?.command?.title ?? '', /^Allows \d+ actions on 1 bucket$/);
    for (const { command } of resolved) {
      assert.deepEqual([command?.command, command?.arguments], ['leastwise.explain', [URI]]);
    }
  });

  test('actions lead to their pages', async () => {
    const [link] = await ask<DocumentLink[]>('textDocument/documentLink');
    assert.deepEqual(link?.range.start, at('s3:ListBucket'));
    assert.match(link?.target ?? '', /^https:\/\/docs\.aws\.amazon\.com\//);
  });

  test('a bucket is renamed in all its ARNs, or the client hears why not', async () => {
    const position = at('logs/*');
    assert.deepEqual(await ask('textDocument/prepareRename', { position }), {
      range: { start: position, end: { ...position, character: position.character + 4 } },
      placeholder: 'logs',
    });
    const edit = await ask<WorkspaceEdit>('textDocument/rename', { position, newName: 'audit' });
    assert.deepEqual(
      edit.changes?.[URI]?.map(({ range, newText }) => [range.start, newText]),
      [
        [at('logs'), 'audit'],
        [position, 'audit'],
      ],
    );
    await assert.rejects(ask('textDocument/rename', { position, newName: 'a*' }), /A bucket name has/);
    assert.equal(await ask('textDocument/prepareRename', { position: at('Version') }), null);
  });

  test('the outline has the statements', async () => {
    const [symbol] = await ask<DocumentSymbol[]>('textDocument/documentSymbol');
    assert.equal(symbol?.name, 'Read');
    assert.deepEqual(symbol?.selectionRange.start, at('"Read"'));
  });

  test('actions are sorted where the cursor is, and everywhere by a source action that is asked for', async () => {
    const context = { diagnostics: [], only: ['source.organize'] };
    const [organize] = await ask<CodeAction[]>('textDocument/codeAction', { range: whole, context });
    assert.deepEqual(
      organize?.edit?.changes?.[URI]?.map(({ newText }) => newText),
      ['"s3:GetObj*"', '"s3:ListBucket"'],
    );
    const range = { start: at('s3:ListBucket'), end: at('s3:ListBucket') };
    const offered = await ask<CodeAction[]>('textDocument/codeAction', {
      range,
      context: { diagnostics: [] },
    });
    assert.ok(offered.some(({ title }) => title === 'Sort and group actions'));
    assert.ok(!offered.some(({ kind }) => kind?.startsWith('source.')));
  });

  test('a command explains the policies of a document', async () => {
    const run = (uri: unknown): Promise<string | null> =>
      server.connection.sendRequest('workspace/executeCommand', {
        command: 'leastwise.explain',
        arguments: [uri],
      });
    assert.match((await run(URI)) ?? '', /^# Identity-based policy\n/);
    assert.equal(await run('file:///nowhere.json'), null);
    assert.equal(await run(undefined), null);
  });

  test('settings switch hints and lenses off', async () => {
    const set = (leastwise: object): Promise<void> =>
      server.connection.sendNotification('workspace/didChangeConfiguration', { settings: { leastwise } });
    await set({ inlayHints: { wildcardCount: false }, codeLens: { summary: false } });
    assert.deepEqual(await ask('textDocument/inlayHint', { range: whole }), []);
    assert.deepEqual(await ask('textDocument/codeLens'), []);
    await set({});
    assert.equal((await ask<CodeLens[]>('textDocument/codeLens')).length, 2);
  });
});

describe('at a glance, elsewhere', () => {
  test('VS Code keeps its own outline, and its lenses run its own command', async () => {
    const server = await startLanguageServer({
      capabilities: RICH_CLIENT,
      initializationOptions: { syntax: 'none', editor: 'vscode' },
    });
    assert.equal(server.initialized.capabilities['documentSymbolProvider'], undefined);
    await server.open(URI, TEXT);
    const lenses = await server.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument });
    const lens = await server.connection.sendRequest<CodeLens>('codeLens/resolve', lenses[0]);
    assert.equal(lens.command?.command, 'leastwise.explainPolicy');
    await server.stop();
  });

  test('a client that knows no tree gets a flat outline, and one that cannot prepare renames at once', async () => {
    const server = await startLanguageServer();
    assert.equal(server.initialized.capabilities['renameProvider'], true);
    await server.open(URI, TEXT);
    const symbols: object[] = await server.connection.sendRequest('textDocument/documentSymbol', {
      textDocument,
    });
    assert.deepEqual(Object.keys(symbols[0] ?? {}).sort(), ['kind', 'location', 'name']);
    await server.stop();
  });
});
