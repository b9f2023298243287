import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { CodeAction, CompletionItem, CompletionList, Hover } from 'vscode-languageserver-protocol';
import { type LanguageServer, RICH_CLIENT, startLanguageServer } from '../support/language-server.ts';

const URI = 'file:///work/role.json';
const TEXT = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": ["s3:GetObjcet"], "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" }
  ]
}
`;

function at(server: LanguageServer, text: string, part: string, delta = 0) {
  return { textDocument: { uri: URI }, position: server.position(text, text.indexOf(part) + delta) };
}

describe('a client that can do much', () => {
  let server: LanguageServer;
  before(async () => {
    server = await startLanguageServer({ capabilities: RICH_CLIENT });
  });
  after(() => server.stop());

  test('learns what the server can do, and its version', () => {
    assert.deepEqual(server.initialized.serverInfo, { name: 'leastwise', version: '0.1.0' });
    assert.equal((server.initialized.capabilities['textDocumentSync'] as { change: number }).change, 2);
    assert.ok(server.initialized.capabilities['diagnosticProvider']);
  });

  test('pulls diagnostics with links, unchanged while nothing changes', async () => {
    await server.open(URI, TEXT);
    const { items, resultId } = await server.pull(URI);
    assert.deepEqual(
      items.map(({ code, severity, source }) => ({ code, severity, source })),
      [{ code: 'unknown-action', severity: 1, source: 'iam' }],
    );
    assert.match(items[0]?.codeDescription?.href ?? '', /docs\/rules\/unknown-action\.md$/);
    const again = await server.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri: URI },
      previousResultId: resultId,
    });
    assert.deepEqual(again, { kind: 'unchanged', resultId });
  });

  test('completes right after an incremental edit', async () => {
    const position = server.position(TEXT, TEXT.indexOf('jcet'));
    await server.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [
        { range: { start: position, end: { ...position, character: position.character + 4 } }, text: '' },
      ],
    });
    const list: CompletionList = await server.connection.sendRequest('textDocument/completion', {
      textDocument: { uri: URI },
      position,
    });
    assert.ok(list.itemDefaults?.editRange);
    const item = list.items.find(({ label }) => label === 's3:GetObject');
    assert.deepEqual(
      [item?.textEditText, item?.filterText, item?.labelDetails?.description, item?.documentation],
      ['"s3:GetObject"', '"s3:GetOb', 'Read', undefined],
    );
    const resolved: CompletionItem = await server.connection.sendRequest('completionItem/resolve', item);
    assert.match((resolved.documentation as { value: string }).value, /retrieve/);
    assert.deepEqual(
      (await server.pull(URI)).items.map(({ code }) => code),
      ['unknown-action'],
    );
  });

  test('gets repairs for a range without naming diagnostics', async () => {
    const uri = 'file:///work/other.json';
    await server.open(uri, TEXT);
    const position = server.position(TEXT, TEXT.indexOf('GetObjcet'));
    const actions: CodeAction[] = await server.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
    assert.equal(actions[0]?.title, 'Change to "s3:GetObject"');
    assert.equal(actions.filter(({ isPreferred }) => isPreferred).length, 1);
    assert.deepEqual(
      actions[0]?.edit?.changes?.[uri]?.map(({ newText }) => newText),
      ['"s3:GetObject"'],
    );
  });

  test('hovers', async () => {
    const uri = 'file:///work/hover.json';
    await server.open(uri, TEXT);
    const hover: Hover = await server.connection.sendRequest('textDocument/hover', {
      ...at(server, TEXT, 'Allow', 1),
      textDocument: { uri },
    });
    assert.match((hover.contents as { value: string }).value, /Allow|allow/);
  });

  test('leaves a cancelled request unanswered and goes on', async () => {
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol');
    const source = new CancellationTokenSource();
    const request = server.connection.sendRequest(
      'textDocument/completion',
      at(server, TEXT, 's3:', 3),
      source.token,
    );
    source.cancel();
    await request.catch((error: { code?: number }) => assert.equal(error.code, -32800));
    assert.ok(await server.connection.sendRequest('textDocument/completion', at(server, TEXT, 's3:', 3)));
  });

  test('gets no answer but no error for a document that is not open', async () => {
    assert.deepEqual((await server.pull('file:///nowhere.json')).items, []);
    const textDocument = { uri: 'file:///nowhere.json' };
    const position = { line: 0, character: 0 };
    assert.equal(await server.connection.sendRequest('textDocument/hover', { textDocument, position }), null);
  });

  test('reads a policy type from the settings, by glob', async () => {
    const uri = 'file:///work/scps/deny.json';
    await server.open(uri, TEXT);
    await server.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { leastwise: { policyType: { 'scps/*.json': 'scp' }, rules: { 'unknown-action': 'hint' } } },
    });
    const status = await server.connection.sendRequest('leastwise/status', { uri });
    assert.deepEqual((status as { policies: unknown }).policies, [
      { policyType: 'scp', reason: 'it is set so', source: 'setting' },
    ]);
    assert.equal((await server.pull(uri)).items[0]?.severity, 4);
  });
});

describe('a client that can do little', () => {
  let server: LanguageServer;
  before(async () => {
    server = await startLanguageServer();
  });
  after(async () => assert.equal(await server.stop(), 0));

  test('gets diagnostics pushed, JSON errors included', async () => {
    const published = server.published(URI);
    await server.open(URI, TEXT.replace('"Allow",', '"Allow"'));
    assert.deepEqual(
      (await published).map(({ code }) => code),
      ['json-syntax', 'unknown-action'],
    );
  });

  test('gets plain edits in each item instead of snippets', async () => {
    const uri = 'file:///work/new.json';
    const text = '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "" }] }';
    await server.open(uri, text);
    const list: CompletionList = await server.connection.sendRequest('textDocument/completion', {
      textDocument: { uri },
      position: server.position(text, text.indexOf('""') + 1),
    });
    const item = list.items.find(({ label }) => label === 'Action');
    assert.equal(item?.insertTextFormat, undefined);
    assert.equal(item?.textEdit?.newText, '"Action": [""]');
    assert.equal(item?.command, undefined);
  });

  test('sees findings go when the document closes', async () => {
    const published = server.published(URI);
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
    assert.deepEqual(await published, []);
  });

  test('sees one push for a burst of changes', async () => {
    const uri = 'file:///work/burst.json';
    const first = server.published(uri);
    await server.open(uri, TEXT);
    for (let version = 2; version < 30; version++) {
      void server.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text: `${TEXT}${' '.repeat(version)}` }],
      });
    }
    assert.equal((await first).length, 1);
  });
});

describe('a client that reports JSON errors itself', () => {
  test('hears of none from us', async () => {
    const server = await startLanguageServer({ initializationOptions: { syntax: 'none' } });
    const published = server.published(URI);
    await server.open(URI, TEXT.replace('"Allow",', '"Allow"'));
    assert.deepEqual(
      (await published).map(({ code }) => code),
      ['unknown-action'],
    );
    await server.stop();
  });
});
