import {
  commands,
  type Diagnostic,
  languages,
  Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { until } from './assert.ts';

let count = 0;

/**
 * Show a new file with this text, the cursor at `$0`.
 *
 * A file of its own every time: VS Code reloads a rewritten one late, and the cursor moves.
 */
export async function openFile(fixture: string, suffix = '.iam.json'): Promise<TextEditor> {
  const offset = fixture.indexOf('$0');
  const uri = Uri.joinPath(workspaceFolder(), `test-${++count}${suffix}`);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(fixture.replace('$0', '')));
  const editor = await window.showTextDocument(await workspace.openTextDocument(uri));
  const cursor = editor.document.positionAt(Math.max(0, offset));
  editor.selection = new Selection(cursor, cursor);
  return editor;
}

/** Close the editor without asking whether to save. */
export async function closeEditor(): Promise<void> {
  await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

/** What this extension reports about a document; VS Code's own findings are left out. */
export function findings({ uri }: TextDocument): readonly Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'iam');
}

/** What a rule reports first about a document, at this moment. */
export function findingOf(rule: string, document: TextDocument): Diagnostic | undefined {
  return findings(document).find(({ code }) => (typeof code === 'object' ? code.value : code) === rule);
}

/** Wait until a rule reports something about the document. */
export function awaitFinding(rule: string, document: TextDocument): Promise<Diagnostic> {
  return until(`a finding of ${rule}`, () => findingOf(rule, document));
}

/** VS Code's JSON support is missing in the web host of these tests. */
export function hasJsonSupport(): boolean {
  return workspaceFolder().scheme === 'file';
}

function workspaceFolder(): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('no workspace folder');
  return folder.uri;
}
