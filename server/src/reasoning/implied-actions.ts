import type { ActionInfo, Catalogue } from '../catalogue/catalogue.ts';
import { findAction } from '../catalogue/find-action.ts';
import { PARAMETER_ACTIONS } from '../iam/cloudtrail-event.ts';

/** An action that a call needed though no event of its own says so. */
export interface ImpliedAction {
  readonly action: string;
  /** ARNs that it was used on; empty where the request does not say. */
  readonly resources: readonly string[];
}

/**
 * What the parameters of a call imply beside its own action: tagging on creation, passing a role (which is never
 * logged), other versions of an object.
 */
export function impliedActions(
  catalogue: Catalogue,
  action: ActionInfo,
  parameters: Readonly<Record<string, unknown>>,
): readonly ImpliedAction[] {
  const fullName = `${action.servicePrefix}:${action.name}`;
  const wholeService = `${action.servicePrefix}:*`;
  const byParameter = PARAMETER_ACTIONS.filter(
    (entry) =>
      (entry.action === fullName || entry.action === wholeService) && has(parameters, entry.parameter),
  ).map(({ needs }) => needs);
  const tagging = tags(parameters) ? taggingActions(catalogue, action) : [];
  const names = [...byParameter, ...tagging].filter((name) => findAction(catalogue, name));
  return [
    ...[...new Set(names)].map((name) => ({ action: name, resources: [] })),
    ...passedRoles(action, parameters),
  ];
}

function has(parameters: Readonly<Record<string, unknown>>, name: string): boolean {
  return Object.hasOwn(parameters, name) && !isEmpty(parameters[name]);
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

const tags = (parameters: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(parameters).some((name) => /^tag(?:s|Set|List)$/i.test(name) && !isEmpty(parameters[name]));

/** What AWS names as dependent; else the actions of the service that by their names tag what the call makes. */
function taggingActions(catalogue: Catalogue, action: ActionInfo): readonly string[] {
  if (action.accessLevel === 'Tagging') return [];
  const dependent = (action.dependentActions ?? []).filter(
    (name) =>
      findAction(catalogue, name)?.accessLevel === 'Tagging' && name.startsWith(`${action.servicePrefix}:`),
  );
  if (dependent.length > 0) return dependent;
  const made = action.name.replace(/^(?:Create|Register|Request|Import|Start|Put|Run)/, '');
  return ['TagResource', `Tag${made}`, 'AddTagsToResource', `AddTagsTo${made}`, 'AddTags', 'CreateTags'].map(
    (name) => `${action.servicePrefix}:${name}`,
  );
}

/** Their parameters name roles that they manage or assume, not roles that they pass on. */
const PASSING_NONE: ReadonlySet<string> = new Set(['iam', 'sts', 'access-analyzer']);

/** A role is passed where its ARN is named, or where an action that AWS says passes roles names one in some way. */
function passedRoles(
  action: ActionInfo,
  parameters: Readonly<Record<string, unknown>>,
): readonly ImpliedAction[] {
  if (PASSING_NONE.has(action.servicePrefix)) return [];
  const named = new Set<string>();
  collectRoles(parameters, '', named, 0);
  const arns = [...named].filter((text) => /^arn:[^:]+:iam::\d{12}:role\//.test(text));
  const isPassing = arns.length > 0 || (named.size > 0 && action.dependentActions?.includes('iam:PassRole'));
  return isPassing ? [{ action: 'iam:PassRole', resources: arns }] : [];
}

/** The texts under keys that speak of a role or an instance profile. */
function collectRoles(value: unknown, key: string, named: Set<string>, depth: number): void {
  if (typeof value === 'string') {
    if (/role|instanceProfile/i.test(key) && value !== '') named.add(value);
    return;
  }
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return;
  for (const [name, own] of Object.entries(value)) {
    const isInside = Array.isArray(value) || /^(?:arn|name)$/i.test(name);
    collectRoles(own, isInside ? key : name, named, depth + 1);
  }
}

const MAX_DEPTH = 8;
