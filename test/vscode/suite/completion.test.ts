import { type CompletionItem, type CompletionList, commands, type TextEditor } from 'vscode';
import { equal, includes, pause, until } from './assert.ts';
import { closeEditor, hasJsonSupport, openFile } from './policy-editor.ts';

/** The second statement holds an action that VS Code's JSON support would repeat. */
const TWO_STATEMENTS = `{
  "Statement": [
    { "Effect": "Allow", "Action": ["$0"], "Resource": "*" },
    { "Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "*" }
  ]
}
`;

describe('completion', () => {
  afterEach(closeEditor);

  it('suggests the actions of a service', async () => {
    const editor = await openFile('{ "Statement": { "Effect": "Allow", "Action": ["s3:Get$0"] } }\n');
    includes(await suggestions(editor, 's3:GetObjectTagging'), 's3:GetObject');
  });

  it('opens while typing and replaces the string as a whole', async () => {
    const editor = await openFile('{ "Statement": { "Effect": "Allow", "Action": ["$0"] } }\n');
    await suggestions(editor, 's3:');
    for (const letter of 's3:GetObjectTaggi') await commands.executeCommand('type', { text: letter });
    await until('the accepted suggestion', async () => {
      await pause(200);
      await commands.executeCommand('acceptSelectedSuggestion');
      return editor.document.getText().includes('s3:GetObjectTagging');
    });
    equal(
      editor.document.getText(),
      '{ "Statement": { "Effect": "Allow", "Action": ["s3:GetObjectTagging"] } }\n',
    );
  });

  it('writes the value that a condition key can have', async () => {
    const condition = '"Condition": { "StringEquals": { "s3:x-amz-server-side-encryption": "$0" } }';
    const editor = await openFile(
      `{ "Statement": { "Effect": "Allow", "Action": "s3:PutObject", "Resource": "*", ${condition} } }\n`,
    );
    await suggestions(editor, 'aws:kms');
    for (const letter of 'aws:km') await commands.executeCommand('type', { text: letter });
    await until('the accepted suggestion', async () => {
      await pause(200);
      await commands.executeCommand('acceptSelectedSuggestion');
      return editor.document.getText().includes('aws:kms');
    });
    equal(JSON.parse(editor.document.getText()).Statement.Condition, {
      StringEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' },
    });
  });

  it('is alone in files that are certainly policies', async () => {
    const editor = await openFile(TWO_STATEMENTS.replace('$0', 's3:GetObject$0'));
    const labels = await suggestions(editor, 's3:GetObject');
    equal(
      labels.filter((label) => unquoted(label) === 's3:GetObject'),
      ['s3:GetObject'],
    );
  });

  it('stands before what VS Code repeats from elsewhere in an ordinary JSON file', async function () {
    if (!hasJsonSupport()) this.skip();
    const editor = await openFile(TWO_STATEMENTS.replace('$0', 's3:GetObject$0'), '.json');
    await suggestions(editor, 's3:GetObject');
    const sorted = (await items(editor)).sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)).map(labelOf);
    equal(
      sorted.filter((label) => unquoted(label) === 's3:GetObject'),
      ['s3:GetObject', '"s3:GetObject"'],
    );
  });
});

/** All labels at the cursor, as soon as the awaited one is among them. */
function suggestions(editor: TextEditor, awaited: string): Promise<readonly string[]> {
  return until(`the suggestion ${awaited}`, async () => {
    const labels = (await items(editor)).map(labelOf);
    return labels.includes(awaited) && labels;
  });
}

async function items({ document, selection }: TextEditor): Promise<CompletionItem[]> {
  const list = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    selection.active,
  );
  return list.items;
}

function labelOf({ label }: CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

function sortKey(item: CompletionItem): string {
  return item.sortText ?? labelOf(item);
}

function unquoted(text: string): string {
  return text.replaceAll('"', '');
}
