import { l10n, type QuickPickItem, SnippetString, window, workspace } from 'vscode';
import type {
  ACTIONS_REQUEST,
  AccessLevel,
  ActionChoice,
  ActionsResult,
  GENERATE_REQUEST,
  GenerateParams,
  GenerateResult,
  Guard,
  PolicyType,
  SERVICES_REQUEST,
  ServiceChoice,
} from '../../server/src/lsp/protocol.ts';
import { POLICY_LANGUAGE } from './policy-documents.ts';
import type { PolicyServer } from './policy-server.ts';
import { policyTypeNames } from './policy-type-names.ts';

const SERVICES: typeof SERVICES_REQUEST = 'leastwise/services';
const ACTIONS: typeof ACTIONS_REQUEST = 'leastwise/actions';
const GENERATE: typeof GENERATE_REQUEST = 'leastwise/generatePolicy';

interface Choice<T> extends QuickPickItem {
  readonly value: T;
}

/**
 * Ask step by step what a new policy is to allow (kind, services, what they may do, resources, conditions) and open
 * it in an editor with its first placeholder selected. Leaving any step ends it without a trace.
 */
export async function policyWizard(server: PolicyServer): Promise<void> {
  const kind = await pickOne(l10n.t('What kind of policy?'), 1, kinds());
  if (!kind) return;
  const available = await server.request<readonly ServiceChoice[]>(SERVICES);
  const services = await pickMany(l10n.t('Which services?'), 2, available.map(serviceChoice));
  if (!services) return;
  const scopes = await askForScopes(server, services);
  if (!scopes) return;
  const resources = await pickOne(l10n.t('With which resources?'), 4, resourceChoices());
  if (!resources) return;
  const guards = await pickMany(l10n.t('Under which conditions? None is fine.'), 5, guardChoices());
  if (!guards) return;

  const params: GenerateParams = {
    policyType: kind,
    services: scopes,
    resources,
    guards,
  };
  const result = await server.request<GenerateResult>(GENERATE, params);
  if (result.snippet) await open(result.snippet);
}

const STEPS = 5;

async function pickOne<T>(
  question: string,
  step: number,
  items: readonly Choice<T>[],
): Promise<T | undefined> {
  return (await window.showQuickPick(items, { title: titleOf(step), placeHolder: question }))?.value;
}

async function pickMany<T>(
  question: string,
  step: number,
  items: readonly Choice<T>[],
): Promise<readonly T[] | undefined> {
  const options = {
    title: titleOf(step),
    placeHolder: question,
    canPickMany: true,
    matchOnDescription: true,
  } as const;
  return (await window.showQuickPick(items, options))?.map(({ value }) => value);
}

function titleOf(step: number): string {
  return l10n.t('New IAM Policy ({0}/{1})', step, STEPS);
}

/** Types without principals: for the others a template says who is let in. */
function kinds(): readonly Choice<PolicyType>[] {
  const names = policyTypeNames();
  return (['identity', 'boundary', 'session'] as const).map((value) => ({ label: names[value], value }));
}

function serviceChoice(service: ServiceChoice): Choice<ServiceChoice> {
  return { label: service.prefix, description: service.name, value: service };
}

type Scope = GenerateParams['services'][number];

/** Whole access levels, or single actions of which those of the levels chosen are ticked already. */
async function askForScopes(
  server: PolicyServer,
  services: readonly ServiceChoice[],
): Promise<readonly Scope[] | undefined> {
  const single = {
    label: l10n.t('Single actions…'),
    description: l10n.t('to choose from those of the access levels ticked above, and all others'),
    value: 'single' as const,
  };
  const choices = [...levelChoices(services), single];
  const chosen = await pickMany<AccessLevel | 'single'>(l10n.t('What may be done with them?'), 3, choices);
  if (!chosen) return undefined;
  const accessLevels = chosen.filter((level) => level !== 'single');
  const servicePrefixes = services.map(({ prefix }) => prefix);
  if (!chosen.includes('single')) {
    return servicePrefixes.map((servicePrefix) => ({ servicePrefix, accessLevels }));
  }
  const available = await server.request<ActionsResult>(ACTIONS, { servicePrefixes });
  const actions = await pickMany(l10n.t('Which actions?'), 3, available.map(actionChoice(accessLevels)));
  return (
    actions &&
    servicePrefixes.map((servicePrefix) => ({
      servicePrefix,
      accessLevels,
      actions: actions.filter((action) => action.servicePrefix === servicePrefix).map(({ name }) => name),
    }))
  );
}

const actionChoice =
  (levels: readonly AccessLevel[]) =>
  (action: ActionChoice): Choice<ActionChoice> => ({
    label: `${action.servicePrefix}:${action.name}`,
    description: action.isDeprecated ? l10n.t('{0}, deprecated', action.level) : action.level,
    picked: levels.includes(action.level) && !action.isDeprecated,
    value: action,
  });

/** The access levels of the services chosen, with the number of actions; reading is preselected. */
function levelChoices(services: readonly ServiceChoice[]): readonly Choice<AccessLevel>[] {
  const counts = new Map<AccessLevel, number>();
  for (const { level, count } of services.flatMap(({ accessLevels }) => accessLevels)) {
    counts.set(level, (counts.get(level) ?? 0) + count);
  }
  return [...counts].map(([value, count]) => ({
    label: value,
    description: l10n.t('{0} actions', count),
    picked: value === 'Read' || value === 'List',
    value,
  }));
}

function resourceChoices(): readonly Choice<GenerateParams['resources']>[] {
  return [
    { label: l10n.t('Resources that I name'), detail: l10n.t('ARNs to fill in'), value: 'named' },
    { label: l10n.t('All resources'), detail: '"Resource": "*"', value: 'all' },
  ];
}

function guardChoices(): readonly Choice<Guard>[] {
  return [
    { label: l10n.t('Signed in with MFA'), description: 'aws:MultiFactorAuthPresent', value: 'mfa' },
    { label: l10n.t('Over TLS'), description: 'aws:SecureTransport', value: 'tls' },
    { label: l10n.t('In one Region'), description: 'aws:RequestedRegion', value: 'region' },
    { label: l10n.t('From an address range'), description: 'aws:SourceIp', value: 'sourceIp' },
    {
      label: l10n.t("On resources of the caller's organization"),
      description: 'aws:ResourceOrgID',
      value: 'organization',
    },
  ];
}

async function open(snippet: string): Promise<void> {
  const document = await workspace.openTextDocument({ language: POLICY_LANGUAGE });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(snippet));
}
