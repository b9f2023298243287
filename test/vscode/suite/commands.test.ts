import { commands, extensions, window, workspace } from 'vscode';
import { equal, pause, until } from './assert.ts';
import { awaitFinding, closeEditor, openFile } from './policy-editor.ts';

describe('commands', () => {
  afterEach(closeEditor);

  it('are registered as the manifest names them', async () => {
    const extension = extensions.getExtension('leastwise.leastwise');
    await extension?.activate();
    const registered = await commands.getCommands(true);
    const named: readonly { command: string }[] = extension?.packageJSON.contributes.commands ?? [];
    if (named.length === 0) throw new Error('the manifest names no command');
    equal(
      named.filter(({ command }) => !registered.includes(command)),
      [],
    );
  });

  it('New Policy opens a policy made from a template', async () => {
    const answered = commands.executeCommand('leastwise.newPolicy');
    await pause(500);
    await commands.executeCommand('workbench.action.quickOpenSelectNext');
    await acceptQuickPick(() => window.activeTextEditor?.document.isUntitled);
    await answered;
    const document = window.activeTextEditor?.document;
    equal(document?.languageId, 'aws-iam-policy');
    equal(JSON.parse(document?.getText() ?? '').Version, '2012-10-17');
  });

  it('New Policy from Services opens a policy made of the answers, by keyboard alone', async () => {
    const answered = commands.executeCommand('leastwise.newPolicyFromServices');
    await pause(1500);
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await pause(1500);
    await commands.executeCommand('workbench.action.quickOpenSelectNext');
    await commands.executeCommand('workbench.action.quickPickManyToggle');
    await acceptQuickPick(() => window.activeTextEditor?.document.isUntitled);
    await answered;
    const policy = JSON.parse(window.activeTextEditor?.document.getText() ?? '');
    equal(policy.Version, '2012-10-17');
    if (!/^[a-z0-9-]+:\w/.test(policy.Statement[0].Action[0])) throw new Error(JSON.stringify(policy));
  });

  it('Set Policy Type remembers the choice for the file', async () => {
    const { document } = await openFile('{ "Statement": [] }\n');
    const answered = commands.executeCommand('leastwise.setPolicyType');
    const configuration = () => workspace.getConfiguration('leastwise').inspect('policyType')?.workspaceValue;
    await pause(500);
    await commands.executeCommand('workbench.action.quickOpenSelectNext');
    await acceptQuickPick(() => configuration() !== undefined);
    await answered;
    const name = document.uri.path.split('/').pop();
    equal(configuration(), { [`**/${name}`]: 'identity' });
    await workspace.getConfiguration('leastwise').update('policyType', undefined);
  });

  it('Treat This File as an IAM Policy changes the language', async () => {
    await openFile('{ "Statement": [] }\n', '.json');
    await commands.executeCommand('leastwise.treatAsPolicy');
    await until('the language', () => window.activeTextEditor?.document.languageId === 'aws-iam-policy');
  });

  it('Restart Server brings the findings back', async () => {
    const misspelt = '{ "Statement": { "Effect": "Allow", "Action": "s3:GetObjcet", "Resource": "*" } }\n';
    const { document } = await openFile(misspelt);
    await awaitFinding('unknown-action', document);
    await commands.executeCommand('leastwise.restartServer');
    const { document: other } = await openFile(misspelt);
    await awaitFinding('unknown-action', other);
  });
});

/** Accept the selected entry; the list opens some time after its command was called. */
function acceptQuickPick(isDone: () => boolean | undefined): Promise<unknown> {
  return until('the effect of a choice', async () => {
    await pause(200);
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await pause(200);
    return isDone();
  });
}
