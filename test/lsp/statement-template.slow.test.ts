import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { CompletionItem, CompletionList } from 'vscode-languageserver-protocol';
import { fillSnippet } from '../support/fill-snippet.ts';
import { type LanguageServer, RICH_CLIENT, startLanguageServer } from '../support/language-server.ts';

const URI = 'file:///work/alice.iam.json';
const TEXT = '{\n  "Version": "2012-10-17",\n  "Statement": [\n    user\n  ]\n}\n';

describe('a template of statements, over the protocol', () => {
  let server: LanguageServer;
  before(async () => {
    server = await startLanguageServer({ capabilities: RICH_CLIENT });
    await server.open(URI, TEXT, 'aws-iam-policy');
  });
  after(() => server.stop());

  test('is a snippet for the word that was typed, found by it and explained when asked', async () => {
    const end = TEXT.indexOf('user') + 'user'.length;
    const list: CompletionList = await server.connection.sendRequest('textDocument/completion', {
      textDocument: { uri: URI },
      position: server.position(TEXT, end),
    });
    const item = list.items.find(({ label }) => label === 'S3: a folder for each user');
    assert.ok(item?.textEditText);
    assert.equal(item.insertTextFormat, 2);
    assert.match(item.filterText ?? '', /user/);
    assert.deepEqual(list.itemDefaults?.editRange, {
      start: server.position(TEXT, end - 'user'.length),
      end: server.position(TEXT, end),
    });
    const after = TEXT.replace('user', fillSnippet(item.textEditText, { 1: 'contoso-home', 2: 'people' }));
    const { Statement } = JSON.parse(after) as { Statement: readonly { Resource: string }[] };
    assert.equal(Statement[1]?.Resource, `arn:aws:s3:::contoso-home/people/\${aws:username}/*`);

    const resolved: CompletionItem = await server.connection.sendRequest('completionItem/resolve', item);
    assert.match((resolved.documentation as { value: string }).value, /^Allows each IAM user to list/);
  });
});
