import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { openDocuments } from '../../server/src/lsp/open-documents.ts';
import { createPolicyService } from '../../server/src/service.ts';
import { TINY } from '../support/tiny-catalogue.ts';

const service = createPolicyService({ catalogue: TINY });

/** A policy of 100,000 characters. */
function large(name: string): TextDocument {
  const statement = {
    Sid: name,
    Effect: 'Allow',
    Action: 's3:GetObject',
    Resource: `arn:aws:s3:::${'x'.repeat(900)}`,
  };
  const text = JSON.stringify({
    Version: '2012-10-17',
    Statement: Array.from({ length: 100 }, () => statement),
  });
  return TextDocument.create(`file:///${name}.json`, 'json', 1, text);
}

describe('readings of open documents', () => {
  test('are the same until the document changes', () => {
    const open = openDocuments();
    const document = large('A');
    const first = open.read(document, service, undefined);
    assert.equal(open.read(document, service, undefined), first);
    TextDocument.update(document, [{ text: '{ "Version": "2012-10-17", "Statement": [] }' }], 2);
    assert.deepEqual(open.read(document, service, undefined).policies[0]?.statements, []);
  });

  test('are let go when many others were used since, and read again when asked for', () => {
    const open = openDocuments();
    const [used, unused] = [large('used'), large('unused')];
    const before = [used, unused].map((document) => open.read(document, service, undefined));
    for (const name of ['C', 'D', 'E', 'F']) {
      open.read(large(name), service, undefined);
      open.read(used, service, undefined);
    }
    const after = [used, unused].map((document) => open.read(document, service, undefined));
    assert.equal(after[0], before[0]);
    assert.notEqual(after[1], before[1]);
    assert.deepEqual(after[1], before[1]);
  });
});
