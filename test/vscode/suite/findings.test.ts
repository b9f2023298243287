import { type CodeAction, CodeActionKind, commands, type TextEditor, window, workspace } from 'vscode';
import { equal, until } from './assert.ts';
import { closeEditor, findings, openFile, ruleOf, someFindings } from './policy-editor.ts';

const MISSPELT = '{ "Statement": [{ "Effect": "Allow", "Action": "s3:GetObjcet", "Resource": "*" }] }\n';

describe('findings', () => {
  afterEach(closeEditor);

  it('mark a misspelt action and nothing around it', async () => {
    const { document } = await openFile(MISSPELT);
    const [finding] = await someFindings(document);
    equal(finding && document.getText(finding.range), '"s3:GetObjcet"');
    equal(finding && ruleOf(finding), 'unknown-action');
  });

  it('are repaired by a quick fix and then gone', async () => {
    const editor = await openFile(MISSPELT);
    await someFindings(editor.document);
    await applyFix(editor, 'Change to "s3:GetObject"');
    equal(editor.document.getText(), MISSPELT.replace('GetObjcet', 'GetObject'));
    await until('the end of the finding', () =>
      findings(editor.document).every((finding) => ruleOf(finding) !== 'unknown-action'),
    );
  });

  for (const suffix of ['.json', '.jsonc', '.iampolicy']) {
    it(`appear in files that end in ${suffix}`, async () => {
      const { document } = await openFile(MISSPELT, suffix);
      await someFindings(document);
    });
  }

  it('appear in a file that was never saved', async () => {
    const document = await workspace.openTextDocument({ language: 'json', content: MISSPELT });
    await window.showTextDocument(document);
    await someFindings(document);
  });

  it('never appear in JSON that is no policy', async () => {
    const { document: other } = await openFile(
      '{ "sideEffects": false, "scripts": { "dev": "build:all" }, "Action": "s3:GetObjcet" }\n',
      '.json',
    );
    const { document } = await openFile(MISSPELT, '.json');
    await someFindings(document);
    equal(findings(other), []);
  });

  it('follow the severity in the settings', async () => {
    const { document } = await openFile(MISSPELT);
    await someFindings(document);
    const configuration = workspace.getConfiguration('leastwise');
    await configuration.update('rules', { 'unknown-action': 'off' });
    try {
      await until('silence', () => findings(document).every((one) => ruleOf(one) !== 'unknown-action'));
    } finally {
      await configuration.update('rules', undefined);
    }
    await until('the finding', () => findings(document).some((one) => ruleOf(one) === 'unknown-action'));
  });
});

async function applyFix({ document }: TextEditor, title: string): Promise<void> {
  const finding = findings(document).find((one) => ruleOf(one) === 'unknown-action');
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    finding?.range,
    CodeActionKind.QuickFix.value,
    10,
  );
  const fix = actions.find((action) => action.title === title);
  if (!fix?.edit) throw new Error(`not offered: ${actions.map((action) => action.title).join(', ')}`);
  await workspace.applyEdit(fix.edit);
}
