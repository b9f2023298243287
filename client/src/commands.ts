import { commands, type Disposable, type ExtensionContext, languages, window } from 'vscode';
import type { PolicyServer } from './client.ts';
import { newPolicy } from './new-policy.ts';
import { POLICY_LANGUAGE } from './policy-documents.ts';
import { setPolicyType } from './set-policy-type.ts';

/** Everything in the command palette under "IAM Policy". */
export function registerCommands({ extension }: ExtensionContext, server: PolicyServer): Disposable[] {
  const handlers: Readonly<Record<string, () => unknown>> = {
    'leastwise.newPolicy': () => newPolicy(extension),
    'leastwise.setPolicyType': setPolicyType,
    'leastwise.treatAsPolicy': treatAsPolicy,
    'leastwise.restartServer': () => server.restart(),
    'leastwise.showOutput': () => server.showOutput(),
  };
  return Object.entries(handlers).map(([id, handler]) => commands.registerCommand(id, handler));
}

async function treatAsPolicy(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document) await languages.setTextDocumentLanguage(document, POLICY_LANGUAGE);
}
