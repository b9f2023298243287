import { type Extension, l10n, type QuickPickItem, SnippetString, Uri, window, workspace } from 'vscode';
import { POLICY_LANGUAGE } from './policy-documents.ts';

interface Template extends QuickPickItem {
  readonly body: string;
}

/** Let the user choose a template, and open a new policy made from it with its first placeholder selected. */
export async function newPolicy(extension: Extension<unknown>): Promise<void> {
  const template = await window.showQuickPick(readTemplates(extension), {
    title: l10n.t('New IAM Policy'),
    placeHolder: l10n.t('What should the policy do?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!template) return;

  const document = await workspace.openTextDocument({ language: POLICY_LANGUAGE });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(template.body));
}

/** The file templates among the snippets that the manifest contributes to the policy language. */
async function readTemplates({ extensionUri, packageJSON }: Extension<unknown>): Promise<Template[]> {
  const contributed: readonly SnippetFile[] = packageJSON.contributes.snippets ?? [];
  const files = contributed.filter(({ language }) => language === POLICY_LANGUAGE);
  const texts = await Promise.all(
    files.map(({ path }) => workspace.fs.readFile(Uri.joinPath(extensionUri, path))),
  );
  return texts.flatMap((text) => templatesOf(JSON.parse(new TextDecoder().decode(text))));
}

/** One entry of `contributes.snippets`. */
interface SnippetFile {
  readonly language: string;
  readonly path: string;
}

/** One snippet, as VS Code's documentation describes it. */
interface Snippet {
  readonly body: string | readonly string[];
  readonly description?: string;
  readonly isFileTemplate?: boolean;
}

function templatesOf(snippets: Readonly<Record<string, Snippet>>): readonly Template[] {
  return Object.entries(snippets)
    .filter(([, { isFileTemplate }]) => isFileTemplate)
    .map(([label, { body, description = '' }]) => ({
      label,
      detail: description,
      body: typeof body === 'string' ? body : body.join('\n'),
    }));
}
