import { memoized } from '../base/memo.ts';
import { expandActionPattern } from '../catalogue/action-pattern.ts';
import type { ActionInfo, Catalogue, Service } from '../catalogue/catalogue.ts';
import { isConditionKeyNamed } from '../catalogue/condition-key-name.ts';
import { conditionKeySenders } from '../catalogue/condition-key-senders.ts';
import { findAction } from '../catalogue/find-action.ts';
import type { ActionString, Statement } from '../policy/statement.ts';
import { oneOrMany } from '../policy/value.ts';
import { type ConditionTest, conditionTests } from './condition-tests.ts';
import { mayLackTypes } from './usable-on.ts';
import { type WhenAbsent, whenAbsent } from './when-absent.ts';

/** Which actions of a statement send a key that it tests, for keys that only some actions send. */
export interface KeySupport {
  readonly test: ConditionTest;
  /** `aws:ResourceTag`, `aws:RequestTag` and `aws:TagKeys`, which many services send; others belong to one service. */
  readonly isTag: boolean;
  /** Strings of `Action` that match only actions which do not send the key; not empty. */
  readonly unsupported: readonly ActionString[];
  /** True if these are all strings of `Action`. */
  readonly isAll: boolean;
  /** What the test is for requests without the key. */
  readonly whenAbsent: WhenAbsent;
}

/**
 * The tests of a statement whose key some of its actions do not send. Derived once per statement; in doubt an action
 * sends a key: where its service's reference has gaps, for keys that nobody sends, for actions that are not known.
 */
export function keySupport(statement: Statement, catalogue: Catalogue): readonly KeySupport[] {
  return ofCatalogue(catalogue)(statement);
}

const ofCatalogue = memoized((catalogue: Catalogue) =>
  memoized((statement: Statement): readonly KeySupport[] => {
    if (statement.isBroken || statement.conditions.length === 0) return [];
    if (statement.element('NotAction') || !statement.effect) return [];
    return conditionTests(statement, catalogue).flatMap(
      (test) => supportOf(test, statement, catalogue) ?? [],
    );
  }),
);

function supportOf(test: ConditionTest, statement: Statement, catalogue: Catalogue): KeySupport | undefined {
  const written = test.entry.key.text;
  const isTag = isTagKey(written);
  const absent = whenAbsent(test);
  if (!test.key || !absent || !(isTag || isOfOneService(written, catalogue))) return undefined;
  const unsupported = statement.actions.filter((action) => neverSends(action, written, isTag, catalogue));
  if (unsupported.length === 0) return undefined;
  const listed = oneOrMany(statement.element('Action')?.value).length;
  return { test, isTag, unsupported, isAll: unsupported.length === listed, whenAbsent: absent };
}

/** Tags of the resource or of the request; tags of the caller are there whatever the action. */
export function isTagKey(written: string): boolean {
  return /^aws:(?:ResourceTag\/|RequestTag\/|TagKeys$)/i.test(written);
}

/** A key of the service that its prefix names, and sent by some action of it: no global key, no claim of a token. */
function isOfOneService(written: string, catalogue: Catalogue): boolean {
  if (catalogue.globalConditionKey(written)) return false;
  const service = catalogue.service(written.slice(0, Math.max(0, written.indexOf(':'))));
  return service !== undefined && !service.hasIncompleteResourceTypes && !isOrphan(service, written);
}

/** The service lists the key, but no action of it. */
function isOrphan(service: Service, written: string): boolean {
  return (
    service.conditionKeys().some(({ name }) => isConditionKeyNamed(name, written)) &&
    conditionKeySenders(allActions(service), written).size === 0
  );
}

const allActions = memoized((service: Service): readonly ActionInfo[] =>
  service.actionNames().flatMap((name) => service.action(name) ?? []),
);

function neverSends(action: ActionString, written: string, isTag: boolean, catalogue: Catalogue): boolean {
  const service = catalogue.service(action.servicePrefix);
  if (!service || service.hasIncompleteResourceTypes || /[*?]/.test(action.servicePrefix)) return false;
  const names = action.isPattern ? expandActionPattern(catalogue, action.text) : [action.text];
  const infos = names.flatMap((name) => findAction(catalogue, name) ?? []);
  if (infos.length === 0 || infos.some(ridesAlong)) return false;
  if (conditionKeySenders(infos, written).size > 0) return false;
  if (isTag && /^aws:ResourceTag/i.test(written) && infos.some(mayLackTypes)) return false;
  return !isOrphan(service, written);
}

/** Permissions that are asked for within a call to assume a role, with all that it carries. */
function ridesAlong({ servicePrefix, name }: ActionInfo): boolean {
  return servicePrefix === 'sts' && /^(?:TagSession|SetSourceIdentity|SetContext)$/.test(name);
}
