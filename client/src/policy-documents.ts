import { type TextDocument, type TextDocumentChangeEvent, workspace } from 'vscode';

/** The language id of files that are certainly policies. */
export const POLICY_LANGUAGE = 'aws-iam-policy';

/** Languages whose documents the server looks at; it finds the policies in them by content. */
export const LANGUAGES: readonly string[] = [POLICY_LANGUAGE, 'json', 'jsonc'];

/** Resolves as soon as an open document looks like a policy; a project without policies waits for ever. */
export function firstPolicy(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (workspace.textDocuments.some(looksLikePolicy)) return resolve();

    const listeners = [
      workspace.onDidOpenTextDocument((document) => looksLikePolicy(document) && finish()),
      workspace.onDidChangeTextDocument((change) => changeLooksLikePolicy(change) && finish()),
    ];
    const stopListening = () => {
      for (const listener of listeners) listener.dispose();
    };
    const finish = () => {
      stopListening();
      resolve();
    };
    signal.addEventListener('abort', stopListening);
  });
}

function looksLikePolicy(document: TextDocument): boolean {
  if (!LANGUAGES.includes(document.languageId)) return false;
  return (
    document.languageId === POLICY_LANGUAGE ||
    isConfiguration(document) ||
    namesPolicyElement(document.getText())
  );
}

/** What is wrong in it is for the server to say. */
function isConfiguration({ uri }: TextDocument): boolean {
  return /\/leastwise\.jsonc?$/.test(uri.path);
}

/** Only the changed lines are read: this runs with every keystroke in every JSON file. */
function changeLooksLikePolicy({ document, contentChanges }: TextDocumentChangeEvent): boolean {
  if (!LANGUAGES.includes(document.languageId)) return false;
  return contentChanges.some(
    ({ text, range }) =>
      namesPolicyElement(text) || namesPolicyElement(document.lineAt(range.start.line).text),
  );
}

/** A backslash before the closing quote: the policy may be text inside a JSON string. */
function namesPolicyElement(text: string): boolean {
  return /"(Statement|Effect)\\?"/.test(text);
}
