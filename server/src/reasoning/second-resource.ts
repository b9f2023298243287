import { memoized } from '../base/memo.ts';
import type { ActionInfo, ActionResource, Catalogue } from '../catalogue/catalogue.ts';
import { findAction } from '../catalogue/find-action.ts';
import { wildcardMatcher } from '../iam/wildcard.ts';
import { isDynamic } from '../policy/placeholder.ts';
import type { ActionString, Statement } from '../policy/statement.ts';
import { oneOrMany } from '../policy/value.ts';
import { arnMeaning, isUsableOn } from './usable-on.ts';

/** An action whose requests name several resources at once, of which an Allow lists some types but not all. */
export interface SecondResource {
  readonly action: ActionString;
  readonly info: ActionInfo;
  /** The required types that the statement names no resource of; at least one. */
  readonly missing: readonly ActionResource[];
}

/** Of an Allow, actions that are written out only; remembered with the statement. */
export function secondResources(statement: Statement, catalogue: Catalogue): readonly SecondResource[] {
  return ofCatalogue(catalogue)(statement);
}

const ofCatalogue = memoized((catalogue: Catalogue) =>
  memoized((statement: Statement): readonly SecondResource[] => {
    if (statement.effect !== 'Allow' || statement.isBroken || statement.resources.length === 0) return [];
    if (statement.element('NotResource')) return [];
    return statement.actions.flatMap((action) => {
      if (action.element === 'NotAction' || !SERVICES.has(action.servicePrefix.toLowerCase())) return [];
      const info = action.isPattern ? undefined : findAction(catalogue, action.text);
      const required = info?.resources.filter((taken) => taken.required) ?? [];
      if (!info || required.length < 2) return [];
      const missing = required.filter((taken) => !names(statement, info, taken, catalogue));
      return missing.length > 0 && missing.length < required.length ? [{ action, info, missing }] : [];
    });
  }),
);

/** Services of which AWS documents that each required resource has to be allowed. */
const SERVICES: ReadonlySet<string> = new Set(['ec2', 'glue', 'kms']);

/** Whether an Allow lets the action be used on resources of the type; in doubt it does. */
export function allowsOn(
  statement: Statement,
  info: ActionInfo,
  taken: ActionResource,
  catalogue: Catalogue,
): boolean {
  if (statement.effect !== 'Allow') return false;
  const isListed = statement.actions.some((action) => matches(action, info));
  if (isListed === (statement.element('NotAction') !== undefined)) return false;
  return statement.element('NotResource') !== undefined || names(statement, info, taken, catalogue);
}

/** Asked of every action of a long policy: most are of other services. */
function matches({ servicePrefix, text }: ActionString, info: ActionInfo): boolean {
  const { length } = info.servicePrefix;
  if (servicePrefix.length !== length && !/[*?]/.test(servicePrefix)) return false;
  return wildcardMatcher(text.toLowerCase())(`${info.servicePrefix}:${info.name}`.toLowerCase());
}

function names(statement: Statement, info: ActionInfo, taken: ActionResource, catalogue: Catalogue): boolean {
  const service = catalogue.service(info.servicePrefix);
  if (!service || oneOrMany(statement.element('Resource')?.value).length !== statement.resources.length)
    return true;
  const like = info.resources.filter(
    ({ type }) => type === taken.type || isSameCatalog(type.name, taken.type.name),
  );
  return statement.resources.some(
    ({ text }) =>
      !text.startsWith('arn:') ||
      isDynamic(text) ||
      isUsableOn({ ...info, resources: like }, arnMeaning(text, service)),
  );
}

/** AWS Glue's data catalog is one type, or two. */
function isSameCatalog(a: string, b: string): boolean {
  return b === 'rootcatalog' && a === 'catalog';
}
