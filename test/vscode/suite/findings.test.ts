import {
  type CodeAction,
  CodeActionKind,
  commands,
  type Diagnostic,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import { equal, until } from './assert.ts';
import { awaitFinding, closeEditor, findingOf, findings, openFile } from './policy-editor.ts';

const MISSPELT = `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObjcet", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" }]
}
`;

describe('findings', () => {
  afterEach(closeEditor);

  it('mark a misspelt action and nothing around it', async () => {
    const { document } = await openFile(MISSPELT);
    const { range } = await awaitFinding('unknown-action', document);
    equal(document.getText(range), '"s3:GetObjcet"');
    equal(findings(document).length, 1);
  });

  it('are repaired by a quick fix and then gone', async () => {
    const editor = await openFile(MISSPELT);
    const finding = await awaitFinding('unknown-action', editor.document);
    await applyFix(editor, finding, 'Change to "s3:GetObject"');
    equal(editor.document.getText(), MISSPELT.replace('GetObjcet', 'GetObject'));
    await until('the end of the finding', () => !findingOf('unknown-action', editor.document));
  });

  for (const suffix of ['.json', '.jsonc', '.iampolicy']) {
    it(`appear in files that end in ${suffix}`, async () => {
      const { document } = await openFile(MISSPELT, suffix);
      await awaitFinding('unknown-action', document);
    });
  }

  it('appear in a file that was never saved', async () => {
    const document = await workspace.openTextDocument({ language: 'json', content: MISSPELT });
    await window.showTextDocument(document);
    await awaitFinding('unknown-action', document);
  });

  it('never appear in JSON that is no policy', async () => {
    const { document: other } = await openFile(
      '{ "sideEffects": false, "scripts": { "dev": "build:all" }, "Action": "s3:GetObjcet" }\n',
      '.json',
    );
    const { document } = await openFile(MISSPELT, '.json');
    await awaitFinding('unknown-action', document);
    equal(findings(other), []);
  });

  it('follow the severity in the settings', async () => {
    const { document } = await openFile(MISSPELT);
    await awaitFinding('unknown-action', document);
    const configuration = workspace.getConfiguration('leastwise');
    await configuration.update('rules', { 'unknown-action': 'off' });
    try {
      await until('silence', () => !findingOf('unknown-action', document));
    } finally {
      await configuration.update('rules', undefined);
    }
    await awaitFinding('unknown-action', document);
  });
});

async function applyFix({ document }: TextEditor, { range }: Diagnostic, title: string): Promise<void> {
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    CodeActionKind.QuickFix.value,
    10,
  );
  const fix = actions.find((action) => action.title === title);
  if (!fix?.edit) throw new Error(`not offered: ${actions.map((action) => action.title).join(', ')}`);
  await workspace.applyEdit(fix.edit);
}
