import { ConfigurationTarget, l10n, type QuickPickItem, type TextDocument, window, workspace } from 'vscode';
import type { PolicyType } from '../../server/src/lsp/protocol.ts';
import { policyTypeNames } from './policy-type-names.ts';

/** `leastwise.policyType`: one type for everything, or glob → type, where the last match wins. */
type PolicyTypeSetting = string | Readonly<Record<string, string>>;

interface Choice extends QuickPickItem {
  readonly value: PolicyType | 'auto';
}

/** Let the user choose the type of the policies in the active file, and remember it in the settings. */
export async function setPolicyType(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document) return;
  if (document.isUntitled) {
    const message = l10n.t('Save the file first: its policy type is remembered by its name.');
    await window.showInformationMessage(message);
    return;
  }
  const choice = await window.showQuickPick(choices(), { title: l10n.t('Set Policy Type') });
  if (choice) await remember(document, choice.value);
}

function choices(): readonly Choice[] {
  const auto: Choice = {
    label: l10n.t('Detect automatically'),
    description: l10n.t('from what the policy says'),
    value: 'auto',
  };
  const names = Object.entries(policyTypeNames()) as [PolicyType, string][];
  return [auto, ...names.map(([value, label]) => ({ label, description: value, value }))];
}

async function remember(document: TextDocument, value: PolicyType | 'auto'): Promise<void> {
  const configuration = workspace.getConfiguration('leastwise', document);
  const setting = configuration.inspect<PolicyTypeSetting>('policyType');
  const inWorkspace = workspace.getWorkspaceFolder(document.uri) !== undefined;
  const target = inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  const own = (inWorkspace ? setting?.workspaceValue : setting?.globalValue) ?? {};
  await configuration.update('policyType', withType(own, globOf(document), value), target);
}

/** The new entry comes last, because the last match wins. A single type stays in force for all other files. */
function withType(setting: PolicyTypeSetting, glob: string, value: string): PolicyTypeSetting | undefined {
  const { [glob]: _, ...others } = typeof setting === 'string' ? { '**': setting } : setting;
  const isNeeded = value !== 'auto' || Object.keys(others).length > 0;
  return isNeeded ? { ...others, [glob]: value } : undefined;
}

/** A file name may hold characters that mean something in a glob. */
function globOf(document: TextDocument): string {
  const path = workspace.asRelativePath(document.uri, false);
  return `**/${path.replace(/^\//, '').replace(/[[\]{}*?]/g, '?')}`;
}
