import {
  commands,
  type Disposable,
  type LanguageStatusItem,
  l10n,
  languages,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { StatusResult } from '../../server/src/lsp/protocol.ts';
import { LANGUAGES } from './policy-documents.ts';
import type { PolicyServer } from './policy-server.ts';
import { policyTypeNames } from './policy-type-names.ts';

/**
 * Entries in the language status: the policy type with its reason, the configuration file if there is one, and the age
 * of the data.
 *
 * All are hidden in documents without a policy. The same answer drives the context key `leastwise.hasPolicy`.
 */
export function showStatus(server: PolicyServer): Disposable[] {
  const policyType = statusItem('leastwise.policyType', l10n.t('IAM Policy Type'), {
    command: 'leastwise.setPolicyType',
    title: l10n.t('Change Policy Type…'),
  });
  const config = statusItem('leastwise.config', l10n.t('IAM Policy Configuration'), undefined);
  const data = statusItem('leastwise.data', l10n.t('IAM Policy Data'), {
    command: 'leastwise.restartServer',
    title: l10n.t('Restart Server'),
  });

  let shown: string | undefined;
  const refresh = async () => {
    const document = window.activeTextEditor?.document;
    const status = document && (await server.status(document.uri));
    if (document !== window.activeTextEditor?.document) return;
    // The server asks for this with every keystroke; almost always nothing has changed.
    const now = JSON.stringify(status);
    if (now === shown) return;
    shown = now;
    const hasPolicy = status !== undefined && status.policies.length > 0;
    for (const item of [policyType, data]) item.selector = hasPolicy ? [...LANGUAGES] : [];
    config.selector = hasPolicy && status.config ? [...LANGUAGES] : [];
    if (hasPolicy) describe(status, policyType, data);
    if (status?.config) showConfig(config, Uri.parse(status.config));
    await commands.executeCommand('setContext', 'leastwise.hasPolicy', hasPolicy);
  };
  return [
    policyType,
    config,
    data,
    server.onStatusChanged(refresh),
    window.onDidChangeActiveTextEditor(refresh),
  ];
}

function statusItem(id: string, name: string, command: LanguageStatusItem['command']): LanguageStatusItem {
  const item = languages.createLanguageStatusItem(id, []);
  item.name = name;
  item.command = command;
  return item;
}

function showConfig(item: LanguageStatusItem, uri: Uri): void {
  item.text = workspace.asRelativePath(uri);
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [uri] };
}

function describe(
  { policies, dataDate }: StatusResult,
  policyType: LanguageStatusItem,
  data: LanguageStatusItem,
): void {
  const [only, ...others] = policies;
  if (only && others.length === 0) {
    policyType.text = policyTypeNames()[only.policyType];
    policyType.detail = only.reason;
  } else {
    const types = new Set(policies.map((policy) => policyTypeNames()[policy.policyType]));
    policyType.text = l10n.t('{0} policies', policies.length);
    policyType.detail = [...types].join(', ');
  }
  data.text = l10n.t('AWS data of {0}', dataDate);
}
