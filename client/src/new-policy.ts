import { type Extension, l10n, type QuickPickItem, SnippetString, Uri, window, workspace } from 'vscode';
import { POLICY_LANGUAGE } from './policy-documents.ts';
import type { PolicyServer } from './policy-server.ts';
import { policyWizard } from './policy-wizard.ts';

interface Template extends QuickPickItem {
  /** Undefined for the way into the wizard. */
  readonly body: string | undefined;
}

/**
 * Let the user choose a template, and open a new policy made from it with its first placeholder selected; or choose
 * services, step by step.
 */
export async function newPolicy(extension: Extension<unknown>, server: PolicyServer): Promise<void> {
  const fromServices: Template = {
    label: l10n.t('$(list-selection) From services…'),
    detail: l10n.t('Choose services, what may be done with them, resources and conditions.'),
    body: undefined,
  };
  const templates = readTemplates(extension).then((found) => [fromServices, ...found]);
  const template = await window.showQuickPick(templates, {
    title: l10n.t('New IAM Policy'),
    placeHolder: l10n.t('What should the policy do?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!template) return;
  if (template.body === undefined) {
    await policyWizard(server);
    return;
  }

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
