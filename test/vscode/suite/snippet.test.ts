import { commands, type TextEditor, window } from 'vscode';
import { equal, pause, until } from './assert.ts';
import { closeEditor, openFile } from './policy-editor.ts';

describe('a snippet', () => {
  afterEach(closeEditor);

  it('writes a name into all ARNs at once, and ends behind the policy', async () => {
    const editor = await openFile('$0');
    await insert(editor, 'S3: read one bucket');
    await type('invoices');
    const resources = statementsOf(editor).map(({ Resource }) => Resource);
    equal(resources.flat(), ['arn:aws:s3:::invoices', 'arn:aws:s3:::invoices/*']);
    await until('the last tab stop', async () => {
      await commands.executeCommand('jumpToNextSnippetPlaceholder');
      await pause(100);
      const { document, selection } = editor;
      return document.getText().slice(document.offsetAt(selection.active)).trim() === '';
    });
  });

  it('is a whole policy with its tab stops left alone', async () => {
    const editor = await openFile('$0');
    await insert(editor, 'MFA: require it');
    equal(JSON.parse(editor.document.getText()).Version, '2012-10-17');
    equal(
      statementsOf(editor).some(({ Effect }) => Effect === 'Deny'),
      true,
    );
  });
});

/** Extensions' snippets are read some time after the start. */
async function insert(editor: TextEditor, name: string): Promise<void> {
  await until(`the snippet "${name}"`, async () => {
    await window.showTextDocument(editor.document);
    await commands.executeCommand('editor.action.insertSnippet', { langId: 'aws-iam-policy', name });
    await pause(200);
    return editor.document.getText().includes('Statement');
  });
}

async function type(text: string): Promise<void> {
  for (const letter of text) await commands.executeCommand('type', { text: letter });
}

interface Statement {
  readonly Effect: string;
  readonly Resource: string | readonly string[];
}

function statementsOf({ document }: TextEditor): readonly Statement[] {
  return JSON.parse(document.getText()).Statement;
}
