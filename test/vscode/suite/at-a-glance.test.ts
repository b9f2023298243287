import {
  type CodeLens,
  commands,
  type InlayHint,
  Range,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { equal, until } from './assert.ts';
import { closeEditor, openFile } from './policy-editor.ts';

const POLICY =
  '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["s3:ListBucket", "s3:GetObj*"], "Resource": ["arn:aws:s3:::lo$0gs", "arn:aws:s3:::logs/*"] }] }\n';

describe('at a glance', () => {
  afterEach(closeEditor);

  it('lenses say what a statement allows, and explain it', async () => {
    const { document } = await openFile(POLICY);
    const [size, statement] = await until('two lenses with words', async () => {
      const lenses = await commands.executeCommand<CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        10,
      );
      return lenses.length === 2 && lenses;
    });
    if (!/^\d+ of 6,144 characters$/.test(size?.command?.title ?? '')) throw new Error(JSON.stringify(size));
    if (!/^Allows \d+ actions on 1 bucket$/.test(statement?.command?.title ?? ''))
      throw new Error(JSON.stringify(statement));
    equal(statement?.command?.command, 'leastwise.explainPolicy');
  });

  it('hints count what a wildcard matches', async () => {
    const { document } = await openFile(POLICY);
    const whole = new Range(0, 0, document.lineCount, 0);
    const hint = await until('a hint', async () => {
      const hints = await commands.executeCommand<InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        whole,
      );
      return hints[0];
    });
    if (!/^⟨\d+⟩$/.test(String(hint.label))) throw new Error(JSON.stringify(hint));
  });

  it('Explain Policy shows a document that follows the policy', async () => {
    const { document } = await openFile(POLICY);
    await commands.executeCommand('leastwise.explainPolicy');
    const explanation = await until('the explanation', () =>
      workspace.textDocuments.find(({ uri }) => uri.scheme === 'leastwise-explanation'),
    );
    await until('its text', () => explanation.getText().includes('# Identity-based policy'));
    await commands.executeCommand('workbench.action.focusFirstEditorGroup');
    const editor = await window.showTextDocument(document);
    const effect = document.getText().indexOf('Allow');
    await editor.edit((edit) =>
      edit.replace(new Range(document.positionAt(effect), document.positionAt(effect + 5)), 'Deny'),
    );
    await until('the new text', () => explanation.getText().includes('No action that is known.'));
    await commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
  });

  it('a bucket is renamed in all its ARNs', async () => {
    const { document, selection } = await openFile(POLICY);
    const edit = await until('edits', async () => {
      const found = await commands.executeCommand<WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        selection.active,
        'audit',
      );
      return found.size > 0 && found;
    });
    equal(edit.get(document.uri).length, 2);
  });

  it('Sort and Group Actions sorts the lists of the file', async () => {
    const { document } = await openFile(POLICY);
    await until('sorted actions', async () => {
      await commands.executeCommand('leastwise.sortActions');
      return document.getText().includes('["s3:GetObj*", "s3:ListBucket"]');
    });
  });
});
