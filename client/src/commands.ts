import {
  commands,
  type Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  languages,
  window,
} from 'vscode';
import { explainPolicy, provideExplanations } from './explain.ts';
import { type NarrowArguments, narrowPolicy } from './narrow-policy.ts';
import { narrowingPreview } from './narrowing-preview.ts';
import { newPolicy } from './new-policy.ts';
import { POLICY_LANGUAGE } from './policy-documents.ts';
import type { PolicyServer } from './policy-server.ts';
import { policyWizard } from './policy-wizard.ts';
import { setPolicyType } from './set-policy-type.ts';
import { sortActions } from './sort-actions.ts';

/** Everything in the command palette under "IAM Policy". */
export function registerCommands(
  { extension }: ExtensionContext,
  server: PolicyServer,
  output: LogOutputChannel,
): Disposable[] {
  const { preview, provider } = narrowingPreview();
  const handlers: Readonly<Record<string, (argument?: unknown) => unknown>> = {
    'leastwise.newPolicy': () => newPolicy(extension, server),
    'leastwise.newPolicyFromServices': () => policyWizard(server),
    'leastwise.explainPolicy': explainPolicy,
    'leastwise.narrow': (given) => narrowPolicy(server, preview, given as NarrowArguments | undefined),
    'leastwise.sortActions': sortActions,
    'leastwise.setPolicyType': setPolicyType,
    'leastwise.treatAsPolicy': treatAsPolicy,
    'leastwise.restartServer': () => server.restart(),
    'leastwise.showOutput': () => output.show(),
  };
  const registered = Object.entries(handlers).map(([id, handler]) => commands.registerCommand(id, handler));
  return [...registered, provider, ...provideExplanations(server)];
}

async function treatAsPolicy(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document) await languages.setTextDocumentLanguage(document, POLICY_LANGUAGE);
}
