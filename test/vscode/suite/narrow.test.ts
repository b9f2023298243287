import {
  type CodeAction,
  commands,
  Selection,
  TabInputTextDiff,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { equal, includes, pause, until } from './assert.ts';
import { closeEditor, openFile } from './policy-editor.ts';

const WIDE = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "Files", "Effect": "Allow", "Action": "s3:*$0", "Resource": "arn:aws:s3:::invoices/*" },
    { "Sid": "Rest", "Effect": "Allow", "Action": ["sns:Publish"], "Resource": "*" }
  ]
}
`;

describe('narrowing', () => {
  afterEach(closeEditor);

  it('offers several things at once, shows the difference, and applies it when told so', async () => {
    const editor = await openFile(WIDE);
    const answered = commands.executeCommand('leastwise.narrow');
    await chooseFirst();
    const shown = await until('the comparison', comparison);
    const narrowed = await workspace.openTextDocument(shown.modified);
    equal(actionsOf(narrowed.getText(), 1), ['sns:Publish']);
    equal(editor.document.getText(), WIDE.replace('$0', ''));
    await accept(() => editor.document.isDirty);
    await answered;
    const actions = actionsOf(editor.document.getText(), 0);
    equal(actions, actionsOf(narrowed.getText(), 0));
    if (actions.includes('s3:*') || actions.length === 0) throw new Error(actions.join());
    equal(await comparison(), undefined);
  });

  it('changes nothing when the preview is left', async () => {
    const editor = await openFile(WIDE);
    const answered = commands.executeCommand('leastwise.narrow');
    await chooseFirst();
    await until('the comparison', comparison);
    await until('the end of the question', async () => {
      await commands.executeCommand('workbench.action.closeQuickOpen');
      return (await comparison()) === undefined;
    });
    await answered;
    equal(editor.document.getText(), WIDE.replace('$0', ''));
  });

  it('keeps what gzipped and plain log files show was used', async () => {
    const editor = await openFile(WIDE);
    const logs = [await writeLog('GetObject', true), await writeLog('PutObject', false)];
    const answered = commands.executeCommand('leastwise.narrow', { used: true, logs });
    await until('the comparison', comparison);
    await accept(() => editor.document.isDirty);
    await answered;
    const actions = actionsOf(editor.document.getText(), 0);
    includes(actions, 's3:GetObject');
    includes(actions, 's3:PutObject');
    if (actions.includes('s3:DeleteObject')) throw new Error(actions.join());
  });

  it('says so when a file is no log', async () => {
    const editor = await openFile(WIDE);
    await commands.executeCommand('leastwise.narrow', { used: true, logs: [editor.document.uri.toString()] });
    equal(await comparison(), undefined);
    equal(editor.document.isDirty, false);
  });

  it('is offered by the light bulb', async () => {
    const editor = await openFile(WIDE);
    const offered = await until('the light bulb', () => titleStarting(editor, 'Narrow to what was used'));
    equal(offered.command?.command, 'leastwise.narrow');
  });

  it('narrows a wildcard to an access level from the light bulb', async () => {
    const editor = await openFile(WIDE);
    const offered = await until('the light bulb', () => titleStarting(editor, 'Narrow to Read and List'));
    if (!offered.edit) throw new Error('it has no edit');
    await workspace.applyEdit(offered.edit);
    const actions = actionsOf(editor.document.getText(), 0);
    const isWriting = (action: string): boolean => /^s3:(?:\*|Put|Delete|Create|Bypass)/.test(action);
    if (!actions.some((action) => action.startsWith('s3:Get'))) throw new Error(actions.join());
    equal(actions.filter(isWriting), []);
    equal(actionsOf(editor.document.getText(), 1), ['sns:Publish']);
  });
});

/** Tick the first entry of the list, an access level, and go on. */
async function chooseFirst(): Promise<void> {
  await until('the comparison', async () => {
    await pause(800);
    await commands.executeCommand('workbench.action.quickOpenSelectNext');
    await commands.executeCommand('workbench.action.quickPickManyToggle');
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await pause(500);
    return comparison();
  });
}

async function accept(isDone: () => boolean): Promise<void> {
  await until('the effect of a choice', async () => {
    await pause(300);
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await pause(300);
    return isDone();
  });
}

async function comparison(): Promise<TabInputTextDiff | undefined> {
  const inputs = window.tabGroups.all.flatMap((group) => group.tabs.map(({ input }) => input));
  return inputs.find((input) => input instanceof TabInputTextDiff);
}

function actionsOf(text: string, statement: number): readonly string[] {
  return [JSON.parse(text).Statement[statement].Action].flat();
}

let logs = 0;

/** A log file with one successful call; its URI. */
async function writeLog(eventName: string, isZipped: boolean): Promise<string> {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('no workspace folder');
  const record = {
    eventSource: 's3.amazonaws.com',
    eventName,
    eventTime: '2026-03-05T10:00:00Z',
    eventCategory: 'Data',
    userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/eva' },
  };
  const text = new TextEncoder().encode(JSON.stringify({ Records: [record] }));
  const uri = Uri.joinPath(folder.uri, `log-${++logs}.json${isZipped ? '.gz' : ''}`);
  const zipped = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = isZipped ? new Uint8Array(await new Response(zipped).arrayBuffer()) : text;
  await workspace.fs.writeFile(uri, bytes);
  return uri.toString();
}

async function titleStarting(editor: TextEditor, start: string): Promise<CodeAction | undefined> {
  const { document, selection } = editor;
  const found = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new Selection(selection.active, selection.active),
    undefined,
    20,
  );
  return found.find(({ title }) => title.startsWith(start));
}
