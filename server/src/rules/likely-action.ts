import type { AccessLevel, ActionInfo, Catalogue, Service } from '../catalogue/catalogue.ts';
import { conditionKeySenders } from '../catalogue/condition-key-senders.ts';
import type { PolicyType } from '../iam/policy-type.ts';
import type { Statement } from '../policy/statement.ts';
import { arnMeaning, isUsableOn } from '../reasoning/usable-on.ts';

/**
 * Actions, or a pattern, to be typed over, for a statement that has none: what can be done with its resources, and
 * sends the keys that its conditions test. Reading where there is a choice.
 */
export function likelyAction(
  statement: Statement,
  policyType: PolicyType,
  catalogue: Catalogue,
): readonly string[] {
  if (policyType === 'trust') return [assumption(statement), ...neededBeside(statement)];
  for (const service of servicesOf(statement, catalogue)) {
    const fitting = fittingActions(service, statement);
    if (fitting.length > 0) return [chosen(service, fitting, keysOfServices(statement).length > 0)];
  }
  return ['sts:GetCallerIdentity'];
}

function assumption({ principals, conditions }: Statement): string {
  const isFederated = principals.some(({ type }) => type?.text === 'Federated');
  if (!isFederated) return 'sts:AssumeRole';
  const isSaml = conditions.some(({ key }) => /^saml:/i.test(key.text));
  return isSaml || principals.some(namesSaml) ? 'sts:AssumeRoleWithSAML' : 'sts:AssumeRoleWithWebIdentity';
}

/** Who may pass tags or a source identity needs an action for that, too. */
function neededBeside({ conditions }: Statement): readonly string[] {
  const has = (keys: RegExp): boolean => conditions.some(({ key }) => keys.test(key.text));
  return [
    ...(has(/^(?:aws:RequestTag\/|aws:TagKeys$|sts:TransitiveTagKeys$)/i) ? ['sts:TagSession'] : []),
    ...(has(/^sts:SourceIdentity$/i) ? ['sts:SetSourceIdentity'] : []),
  ];
}

function namesSaml({ values }: Statement['principals'][number]): boolean {
  return values?.kind === 'string' && values.text.includes(':saml-provider/');
}

/** Those of the condition keys first: a resource may be `*`. */
function servicesOf(statement: Statement, catalogue: Catalogue): readonly Service[] {
  const prefixes = [
    ...keysOfServices(statement).map((key) => key.slice(0, key.indexOf(':'))),
    ...statement.resources.map(({ text }) => text.split(':')[2] ?? ''),
  ];
  return [...new Set(prefixes)].flatMap((prefix) => catalogue.service(prefix) ?? []);
}

function keysOfServices({ conditions }: Statement): readonly string[] {
  return conditions.map(({ key }) => key.text).filter((text) => !/^aws:/i.test(text));
}

function fittingActions(service: Service, statement: Statement): readonly ActionInfo[] {
  const infos = service.actionNames().flatMap((name) => service.action(name) ?? []);
  const meanings = statement.resources
    .filter(({ text }) => text.startsWith('arn:'))
    .map(({ text }) => arnMeaning(text, service));
  const usable = infos.filter(
    (info) => meanings.length === 0 || meanings.every((meaning) => isUsableOn(info, meaning)),
  );
  return keysOfServices(statement).reduce(
    (left, key) => {
      const senders = conditionKeySenders(left, key);
      return left.filter((info) => senders.has(info));
    },
    usable.length > 0
      ? usable
      : infos.filter((info) => meanings.some((meaning) => isUsableOn(info, meaning))),
  );
}

/** A pattern for reading where no condition asks for single actions; else the mildest one, of which policies name most. */
function chosen(service: Service, fitting: readonly ActionInfo[], isSingle: boolean): string {
  const verb = VERBS.find((start) => fitting.some(({ name }) => name.startsWith(start)));
  if (verb !== undefined && !isSingle) return `${service.prefix}:${verb}*`;
  const usage = ({ name }: ActionInfo): number => service.usageAt(service.actionNames().indexOf(name));
  const danger = ({ accessLevel }: ActionInfo): number => LEVELS.indexOf(accessLevel);
  const [first] = [...fitting].sort((a, b) => danger(a) - danger(b) || usage(b) - usage(a));
  return `${service.prefix}:${first?.name ?? '*'}`;
}

const LEVELS: readonly AccessLevel[] = ['Read', 'List', 'Write', 'Tagging', 'Permissions management'];

const VERBS = ['Get', 'Describe', 'List'];
