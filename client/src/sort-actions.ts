import { type CodeAction, commands, Range, window, workspace } from 'vscode';

/** What the server calls sorting the actions of a whole file. */
const KIND = 'source.organize.iam';

/** Sort the actions of all statements in the active file, whichever part of the window has the focus. */
export async function sortActions(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document) return;
  const whole = document.validateRange(new Range(0, 0, document.lineCount, 0));
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    whole,
    KIND,
    1,
  );
  const edit = actions.find(({ kind }) => kind?.value === KIND)?.edit;
  if (edit) await workspace.applyEdit(edit);
}
