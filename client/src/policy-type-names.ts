import { l10n } from 'vscode';
import type { PolicyType } from '../../server/src/lsp/protocol.ts';

/** What people call each type, in the order in which they are offered. */
export function policyTypeNames(): Readonly<Record<PolicyType, string>> {
  return {
    identity: l10n.t('Identity-based policy'),
    resource: l10n.t('Resource-based policy'),
    trust: l10n.t('Role trust policy'),
    boundary: l10n.t('Permissions boundary'),
    session: l10n.t('Session policy'),
    scp: l10n.t('Service control policy'),
    rcp: l10n.t('Resource control policy'),
    endpoint: l10n.t('VPC endpoint policy'),
  };
}
