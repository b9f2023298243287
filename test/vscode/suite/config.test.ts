import {
  type CodeAction,
  CodeActionKind,
  commands,
  languages,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { equal, until } from './assert.ts';
import { awaitFinding, closeEditor, findingOf, openFile } from './policy-editor.ts';

const MISSPELT = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "Read", "Effect": "Allow", "Action": "s3:GetObjcet", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" }
  ]
}
`;

describe('leastwise.json', () => {
  afterEach(async () => {
    await closeEditor();
    await workspace.fs.delete(configUri()).then(undefined, () => {});
  });

  it('is made by a quick fix that silences a statement, and asks for the reason', async () => {
    const { document } = await openFile(MISSPELT);
    await awaitFinding('unknown-action', document);
    const fix = await suppressing(document, '"s3:GetObjcet"');
    if (!fix.edit || !fix.command) throw new Error('no edit or no command');
    await workspace.applyEdit(fix.edit);
    await commands.executeCommand(fix.command.command, ...(fix.command.arguments ?? []));
    const editor = await until('the configuration', () =>
      window.activeTextEditor?.document.uri.path === configUri().path ? window.activeTextEditor : undefined,
    );
    const line = editor.document.lineAt(editor.selection.start.line).text;
    equal(line.trim(), '"reason": ""');
    equal(editor.selection.start.character, line.length - 1);
    await until('silence', () => !findingOf('unknown-action', document));
  });

  it('counts as it is on disk, and again when it is changed there', async () => {
    await writeConfig('{ "rules": { "unknown-action": "off" } }');
    const { document } = await openFile(MISSPELT.replace('"Version": "2012-10-17",', ''));
    await awaitFinding('missing-version', document);
    await until('silence', () => !findingOf('unknown-action', document));
    await writeConfig('{}');
    await awaitFinding('unknown-action', document);
  });

  it('shows what is wrong in it', async () => {
    await writeConfig('{ "rules": { "unknown-acton": "off" } }');
    const document = await workspace.openTextDocument(configUri());
    await window.showTextDocument(document);
    equal(document.languageId, 'jsonc');
    const [problem] = await until('a problem', () => {
      const found = languages.getDiagnostics(document.uri).filter(({ source }) => source === 'leastwise');
      return found.length > 0 ? found : undefined;
    });
    equal(problem?.message, 'There is no rule "unknown-acton".');
  });
});

async function suppressing(document: TextDocument, at: string): Promise<CodeAction> {
  const position = document.positionAt(document.getText().indexOf(at) + 1);
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    document.getWordRangeAtPosition(position),
    CodeActionKind.QuickFix.value,
    10,
  );
  const fix = actions.find(({ title }) => title.startsWith('Suppress unknown-action for statement "Read"'));
  if (!fix) throw new Error(`not offered: ${actions.map((action) => action.title).join(', ')}`);
  equal(fix.isPreferred ?? false, false);
  return fix;
}

async function writeConfig(text: string): Promise<void> {
  await workspace.fs.writeFile(configUri(), new TextEncoder().encode(text));
}

function configUri(): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('no workspace folder');
  return Uri.joinPath(folder.uri, 'leastwise.json');
}
