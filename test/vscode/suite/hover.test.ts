import { commands, type Hover, type MarkdownString, type TextEditor } from 'vscode';
import { until } from './assert.ts';
import { closeEditor, openFile } from './policy-editor.ts';

describe('hover', () => {
  afterEach(closeEditor);

  it('says what an action does', async () => {
    const editor = await openFile('{ "Statement": { "Effect": "Allow", "Action": "s3:GetO$0bject" } }\n');
    await hoverWith(editor, 'Read');
  });

  it('says where a statement stands in the evaluation', async () => {
    const editor = await openFile(
      '{ "Statement": { "Ef$0fect": "Deny", "Action": "*", "Resource": "*" } }\n',
    );
    await hoverWith(editor, 'Explicit deny');
  });
});

/** Wait for a hover at the cursor that contains this text. */
function hoverWith({ document, selection }: TextEditor, text: string): Promise<string> {
  return until(`a hover with "${text}"`, async () => {
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      selection.active,
    );
    const contents = hovers.flatMap((hover) => hover.contents) as (MarkdownString | string)[];
    const shown = contents.map((part) => (typeof part === 'string' ? part : part.value)).join('\n');
    return shown.includes(text) && shown;
  });
}
